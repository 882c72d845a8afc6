#!/bin/sh
# Finds nginx and Apache, or unpacks Debian's packages of them into target/tools/hosts;
# nothing is installed or started on this machine. Under CI both are demanded.

. "$(dirname -- "$0")/../../web/setup/steps.sh"

hosts=$tools/hosts

# has PROGRAM: whether it is there, here or on the machine.
has() { [ -x "$hosts/usr/sbin/$1" ] || [ -x "/usr/sbin/$1" ]; }

unpack() {
  rm -rf "$hosts" && mkdir -p "$hosts/packages" && cd "$hosts/packages" &&
    { apt-get download "$@" || { $as apt-get update && apt-get download "$@"; }; } &&
    for package in ./*.deb; do dpkg-deb -x "$package" "$hosts" || return 1; done
}

if ! has nginx || ! has apache2; then
  as=
  if [ "$(id -u)" != 0 ] && have sudo && sudo -n true 2>/dev/null; then as='sudo -n'; fi
  if ! have apt-get || ! long hosts "fetching nginx and Apache for the tests" unpack \
    nginx libnginx-mod-http-brotli-static apache2-bin libapr1 libaprutil1; then
    without "no nginx and Apache: their configurations are not tried"
  fi
fi
