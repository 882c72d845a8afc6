// For pages that asked to work without a network: sw.js is registered for the folder of this file, and told what the page
// has loaded from it. Nothing of the reader's is in that. Loaded by element.js once all words of the rules are there.

const place = new URL(".", import.meta.url).href;

/** Keeps the program and what this page has used of the folder. */
export async function keep() {
  if (!location.href.startsWith(place)) throw new Error(`only pages below ${place} work without a network`);
  const { installing } = await navigator.serviceWorker.register(new URL("sw.js", place));
  installing?.addEventListener("statechange", () => {
    if (installing.state === "redundant") console.info("mingbai: MB-OFFLINE, the files are not all of one build; nothing changes");
  });
  const { active } = await navigator.serviceWorker.ready;
  const used = performance.getEntriesByType("resource").map((it) => it.name);
  const urls = [location.href, ...used].map((url) => url.split(/[?#]/)[0]);
  active.postMessage({ keep: [...new Set(urls)].filter((url) => url.startsWith(place)) });
}
