// The service worker of pages that asked to work without a network (EMBEDDING.md, Offline): the program of this one
// build, each file checked against its hash, and the rules that a page has used. A build is kept whole or not at all.

/** SHA-384 of each file of the program; written by web/setup/site.sh. */
const FILES = { /* files */ };
/** The schema of the rules that this program reads. */
const SCHEMA = 0 /* schema */;

const place = self.registration.scope;
const PROGRAM = `mingbai ${place} program ${Object.values(FILES).map((hash) => hash.slice(0, 8)).join("")}`;
const RULES = `mingbai ${place} rules ${SCHEMA}`;
const INDEX = "packs/index.json";

/** The name of a file below the folder of this one, without what only a page reads. */
const nameOf = (url) => url.slice(place.length).replace(/[?#].*/, "");
/** Such a name stands for one content for ever. */
const lasting = (name) => /\.[0-9a-f]{8,}\.json$/.test(name);
const kept = async (name, where) => (await caches.open(where)).match(place + name);

/** A file of the program as the host has it, if it is of this build. */
async function checked(name) {
  const answer = await fetch(place + name, { cache: "no-cache" });
  const content = await answer.clone().arrayBuffer();
  const hash = [...new Uint8Array(await crypto.subtle.digest("SHA-384", content))];
  if (!answer.ok || hash.map((byte) => byte.toString(16).padStart(2, "0")).join("") !== FILES[name]) {
    throw new TypeError(`mingbai: MB-OFFLINE, ${name} is of another build`);
  }
  return answer;
}

/** Whether an index of packs is one that this program reads. */
const readable = async (answer) => (await answer.clone().json()).schema === SCHEMA;

/** From the host where it answers, or else as it was kept. */
async function fresh(request, name) {
  let answer;
  try {
    answer = await fetch(request);
    if (answer.ok && (name !== INDEX || await readable(answer))) return answer;
  } catch { /* no network, or no index */ }
  const found = await kept(name, RULES);
  return found ?? answer ?? Response.error();
}

/** Keeps what a page has used, all of it or nothing; the index comes last, so that it never lists what is not there. */
async function keep(urls) {
  const names = [...urls.map(nameOf).filter((name) => !(name in FILES) && name !== INDEX), INDEX];
  const answers = await Promise.all(names.map((name) => fetch(place + name)));
  const index = answers.at(-1);
  if (!answers.every((answer) => answer.ok) || !await readable(index)) return;
  const listed = await index.clone().text();
  const rules = await caches.open(RULES);
  for (const [at, name] of names.entries()) await rules.put(place + name, answers[at]);
  for (const { url } of await rules.keys()) {
    const name = nameOf(url);
    if (name.startsWith("packs/") && name !== INDEX && !listed.includes(name.slice(6))) await rules.delete(url);
  }
}

addEventListener("install", (event) => event.waitUntil((async () => {
  const names = Object.keys(FILES);
  const answers = await Promise.all(names.map(checked));
  const program = await caches.open(PROGRAM);
  await Promise.all(names.map((name, at) => program.put(place + name, answers[at])));
})()));

// Only now has the last page of an earlier build gone.
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(`mingbai ${place} `) && ![PROGRAM, RULES].includes(name)) await caches.delete(name);
  }
})()));

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(place)) return;
  const name = nameOf(request.url);
  if (name === "sw.js") return;
  event.respondWith(name in FILES ? kept(name, PROGRAM).then((found) => found ?? checked(name))
    : lasting(name) ? kept(name, RULES).then((found) => found ?? fetch(request))
    : fresh(request, name));
});

addEventListener("message", (event) => {
  const urls = event.data?.keep;
  if (!Array.isArray(urls)) return;
  event.waitUntil(keep(urls.filter((url) => typeof url === "string" && url.startsWith(place))).catch(() => {}));
});
