// The page inside a frame: takes settings from the fragment, and speaks with the page around it as loader.js says.
// Without a page that answers, it is the checker alone.
import { MingbaiChecker } from "./element.js";

const EVENTS = ["mingbai-ready", "mingbai-answer", "mingbai-result", "mingbai-share", "mingbai-error"];
const checker = document.createElement("mingbai-checker");
const NAMES = MingbaiChecker.observedAttributes;

const originOf = (address) => { try { return new URL(address, document.baseURI).origin; } catch { return ""; } };

/** Sets what is named and a text. Whoever made a link to this page may not point it at rules of their own, nor have the
    links that are shared lead to them: these addresses are this site's, or that of the page that says them. */
function set(settings, origin) {
  for (const [name, text] of settings) {
    if (!NAMES.includes(name) || typeof text !== "string") continue;
    if (name === "packs" && originOf(text) !== originOf("")) continue;
    if (name === "share-base" && originOf(text) !== origin) continue;
    checker.setAttribute(name, text);
  }
}

const settings = new URLSearchParams(location.hash.slice(1).split("mingbai=")[0]);
settings.delete("answers");   // never in an address
set(settings, originOf(""));
if (checker.lang) document.documentElement.lang = checker.lang;

/** The origin of the page around, once it has answered; until then nothing but a hello is said. */
let around;
const post = (message, origin) => parent.postMessage({ mingbai: 1, ...message }, origin);
const tell = (message) => { if (around !== undefined && parent !== window) post(message, around); };

let height = 0;
function measure() {
  const now = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (now === height || now === 0) return;
  height = now;
  tell({ type: "height", height });
}

addEventListener("message", (event) => {
  if (event.source !== parent || parent === window) return;
  const message = event.data;
  if (message === null || typeof message !== "object" || message.mingbai !== 1 || message.type !== "welcome") return;
  if (around !== undefined) return;   // it said all that it had to say
  around = event.origin === "null" ? "*" : event.origin;
  const { attributes } = message;
  if (attributes !== null && typeof attributes === "object") {
    const { answers, ...others } = attributes;
    set(Object.entries(others), event.origin);
    if (typeof answers === "string") checker.answers = answers;
  }
  height = 0;
  measure();
});

for (const name of EVENTS) {
  checker.addEventListener(name, (event) => tell({ type: "event", name, detail: event.detail }));
}
// A new screen takes the focus: the page around brings it into view.
checker.addEventListener("focusin", (event) => {
  const [target] = event.composedPath();
  if (target instanceof Element && target.matches("[data-heading]")) {
    tell({ type: "scroll", top: Math.max(0, target.getBoundingClientRect().top + scrollY) });
  }
});

document.getElementById("place").append(checker);
new ResizeObserver(measure).observe(document.documentElement);
if (parent !== window) post({ type: "hello" }, "*");
