#!/bin/sh
# Finds or installs the browsers of the end-to-end tests, each with its driver. Under CI
# all three are demanded; elsewhere those that are found are used, and said.

. "$(dirname -- "$0")/../../web/setup/steps.sh"

first_of() {
  for command; do
    if have "$command"; then command -v "$command"; return 0; fi
    if [ -x "$command" ]; then echo "$command"; return 0; fi
  done
  return 1
}

# The places are those of tests/src/browser.rs.
chromium() {
  first_of chromium chromium-browser google-chrome google-chrome-stable \
    '/Applications/Chromium.app/Contents/MacOS/Chromium' \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' >/dev/null &&
    have chromedriver
}

firefox() {
  first_of firefox-esr firefox '/Applications/Firefox.app/Contents/MacOS/firefox' >/dev/null
}

webkit() {
  have WebKitWebDriver && have Xvfb && for browser in \
    /usr/lib/*/webkit2gtk-4.1/MiniBrowser /usr/lib/*/webkit2gtk-4.0/MiniBrowser \
    /usr/libexec/webkit2gtk-4.1/MiniBrowser /usr/lib/webkit2gtk-4.1/MiniBrowser; do
    [ -x "$browser" ] && return 0
  done
}

# axe-core, which the tests of accessibility bring into Chromium.
axe() {
  package=$tools/axe/node_modules/axe-core/package.json
  if [ -e "$package" ] && grep -q "\"version\": \"$AXE\"" "$package"; then return 0; fi
  if ! have npm && in_ci; then debian nodejs npm || true; fi
  if have npm && long axe "fetching axe-core $AXE" npm install --prefix "$tools/axe" \
    --no-save --no-package-lock --ignore-scripts --no-audit --no-fund "axe-core@$AXE"; then
    return 0
  fi
  without "no axe-core $AXE: accessibility is not looked at"
}

chinese_glyphs() { ! have fc-list || [ -n "$(fc-list :lang=zh 2>/dev/null)" ]; }

# One run of apt-get for all that is missing.
wanted=
chromium || wanted="$wanted chromium chromium-driver"
firefox || wanted="$wanted firefox-esr"
if [ "$(uname)" = Linux ]; then
  webkit || wanted="$wanted webkit2gtk-driver xvfb"
  have fc-list || wanted="$wanted fontconfig fonts-noto-cjk"
  chinese_glyphs || wanted="$wanted fonts-noto-cjk"
fi
if [ -n "$wanted" ]; then
  step "browsers for the tests"
  # Word splitting is wanted.
  # shellcheck disable=SC2086
  debian $wanted || true
  hash -r
fi

found=
if chromium; then
  found="$found Chromium"
  axe
else
  without "no Chromium with chromedriver: no tests in it (install both to have them)"
fi
if firefox; then
  sh "$root/web/setup/tools.sh" geckodriver
  if have geckodriver; then found="$found Firefox"; fi
else
  without "no Firefox: no tests in it (install it to have them)"
fi
if webkit; then
  found="$found WebKit"
else
  without "no WebKitGTK with WebKitWebDriver and Xvfb: no tests in it (on Linux only)"
fi
chinese_glyphs || without "no font with Chinese glyphs: pictures show boxes"

# What an old portal's page is made of, for the host pages of the tests.
portal=$tools/portal/node_modules
if [ ! -e "$portal/bootstrap/dist/css/bootstrap.css" ] || [ ! -e "$portal/jquery/dist/jquery.js" ]; then
  if ! have npm && in_ci; then debian nodejs npm || true; fi
  if have npm; then
    long portal "fetching jQuery 1.12 and Bootstrap 3 for the tests" npm install \
      --prefix "$tools/portal" --no-save --no-package-lock --ignore-scripts --no-audit \
      --no-fund jquery@1.12.4 bootstrap@3.4.1 ||
      without "no jQuery and Bootstrap: no test on a page of that kind"
  else
    without "no npm, so no jQuery and Bootstrap: no test on a page of that kind"
  fi
fi

# Geckodriver is the last tool to be compiled.
rm -rf "$tools/build"

[ -n "$found" ] || give_up "none of Chromium, Firefox, WebKitGTK was found"
step "browsers of the tests:$found"
