// The integration guide: choices in, text to copy and a preview out. What the three ways are stands in EMBEDDING.md.

const place = new URL(".", location.href);
const form = document.getElementById("choices");
const show = (id, text) => { document.getElementById(id).textContent = text; };
const checker = document.createElement("mingbai-checker");
/** The folder of a release holds the same files for ever; elsewhere a hash would break with the next copy. */
const lasting = /\/mingbai-[\d.]+-[\da-f]{12}\/$/.test(place.pathname);

const escape = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
const attributes = (pairs) => pairs.filter(([, value]) => value !== undefined).map(([name, value]) => value === "" ? ` ${name}` : ` ${name}="${escape(value)}"`).join("");

const hashes = {};
/** What `integrity` says of a file: SHA-384, as in the release's manifest. */
async function integrity(file) {
  hashes[file] ??= fetch(new URL(file, place)).then((answer) => answer.arrayBuffer())
    .then((content) => crypto.subtle.digest("SHA-384", content))
    .then((hash) => "sha384-" + btoa(String.fromCharCode(...new Uint8Array(hash))));
  return hashes[file];
}

/** What is chosen, as names and values of attributes; what is left to its default is not among them. */
function chosen() {
  const given = new FormData(form);
  return ["jurisdiction", "lang", "theme", "mode"].map((name) => [name, given.get(name)]).filter(([, value]) => value);
}

const WAYS = {
  element: async (safe) => [
    `<script type="module"${attributes([["src", new URL("element.js", place).href], ...await safe("element.js")])}></script>`,
    `<mingbai-checker${attributes(chosen())}></mingbai-checker>`,
  ],
  loader: async (safe) => [
    `<script${attributes([["src", new URL("loader.js", place).href], ...await safe("loader.js"), ...chosen().map(([name, value]) => [`data-${name}`, value]), ["async", ""]])}></script>`,
  ],
  frame: async () => {
    const address = new URL("embed.html", place);
    address.hash = new URLSearchParams(chosen());
    return [`<iframe${attributes([["src", address.href], ["title", "科技政策自测"], ["width", "100%"], ["height", "900"], ["loading", "lazy"]])}></iframe>`];
  },
};
const POLICIES = {
  element: [`script-src ${place.origin} 'wasm-unsafe-eval'`, `style-src ${place.origin}`, `connect-src ${place.origin}`],
  loader: [`script-src ${place.origin}`, `frame-src ${place.origin}`],
  frame: [`frame-src ${place.origin}`],
};

let round = 0;
async function draw() {
  const mine = ++round;
  const way = new FormData(form).get("way");
  const on = form.elements.integrity.checked && !form.elements.integrity.disabled;
  const safe = async (file) => on ? [["integrity", await integrity(file)], ["crossorigin", "anonymous"]] : [];
  for (const name of ["jurisdiction", "lang", "theme", "mode"]) {
    const [, value] = chosen().find(([known]) => known === name) ?? [];
    if (value) checker.setAttribute(name, value);
    else checker.removeAttribute(name);
  }
  const lines = await WAYS[way](safe);
  if (mine !== round) return;   // something else was chosen meanwhile
  show("snippet", lines.join("\n"));
  show("policy", POLICIES[way].join(";\n"));
  show("snippet-said", "");
  show("policy-said", "");
}

async function copy(id) {
  const text = document.getElementById(id);
  try {
    await navigator.clipboard.writeText(text.textContent);
    show(`${id}-said`, "已复制 Copied");
  } catch {
    getSelection().selectAllChildren(text);
    show(`${id}-said`, "已选中，请按 Ctrl+C Selected: press Ctrl+C");
  }
}

form.addEventListener("change", draw);
form.addEventListener("submit", (event) => event.preventDefault());
for (const button of document.querySelectorAll("[data-copy]")) button.addEventListener("click", () => copy(button.dataset.copy));

form.elements.integrity.checked = lasting;
form.elements.integrity.disabled = !globalThis.crypto?.subtle;
show("integrity-hint", lasting ? "这一版的文件不会变，校验值长期有效。 These files never change." : "这个目录的文件会随更新改变；换了文件，校验值也要换。 After an update the hashes change.");

const { packs } = await (await fetch(new URL("packs/index.json", place))).json();
for (const { jurisdiction, name } of packs) {
  form.elements.jurisdiction.add(new Option(`${name["zh-Hans"] ?? jurisdiction} ${jurisdiction}`, jurisdiction));
}
document.getElementById("preview").append(checker);
await draw();
