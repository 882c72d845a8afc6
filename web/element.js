// <mingbai-checker>: one open shadow root with a style sheet and a place for the page. No rule logic here.
// Everything is found relative to this file, so that it works under any path and without a build step.
// Attributes, events, style: EMBEDDING.md.

const here = (file) => new URL(file, import.meta.url).href;
const web = (text) => {
  try { return !/[\s\0-\x1f<>"'`{}|\\^]/.test(decodeURI(text)) && /^https?:$/.test(new URL(text, document.baseURI).protocol); } catch { return false; }
};
const object = (text) => { try { const it = JSON.parse(text); return it !== null && typeof it === "object" && !Array.isArray(it); } catch { return false; } };
const day = (text) => {
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00Z`) : NaN;
  return !Number.isNaN(+date) && date.toISOString().startsWith(text);
};

/** What a portal may set, and whether a text is understood. */
const ATTRIBUTES = {
  jurisdiction: (text) => /^[1-8]\d{5}$/.test(text),
  lang: (text) => language(text) !== undefined,
  theme: (text) => ["light", "dark"].includes(text),
  mode: (text) => ["normal", "large"].includes(text),
  awards: (text) => /^[\w-]+([\s,]+[\w-]+)*$/.test(text),
  "as-of": day,
  answers: object,
  packs: web,
  "share-base": web,
  offline: (text) => text === "on",
};

/** `zh-CN`, `zh_TW`, `en-GB` … as one of the three languages of the page. */
function language(text) {
  const tag = text.toLowerCase().replace(/_/g, "-");
  if (/^en(-|$)/.test(tag)) return "en";
  if (/^zh-(hant|tw|hk|mo)(-|$)/.test(tag)) return "zh-Hant";
  if (/^zh(-|$)/.test(tag)) return "zh-Hans";
  return undefined;
}

/** Said before the module can speak for itself: in Chinese and English, with a code for the operator. */
const MESSAGES = {
  "MB-WASM-UNSUPPORTED": ["这个浏览器太旧，做不了自测。请换用新版浏览器，或向主管部门索取政策全文。", "This browser is too old for the check. Please use a recent one."],
  "MB-WASM-BLOCKED": ["网站的安全设置不允许运行自测。请告诉网站管理员下面的代码。", "The site's security policy blocks the check. Please give the site's operator the code below."],
  "MB-WASM-LOAD": ["自测没有载入成功。可能是网络断了，或网站正在更新。请刷新页面再试。", "The check did not load. The network may be down or the site is being updated. Please reload the page."],
  "MB-PANIC": ["自测出了故障，已经停下。请刷新页面；您的答案没有离开这台设备。", "The check has failed and stopped. Please reload the page; your answers have not left this device."],
};

/** The title and lead of the start in each language; written by web/setup/site.sh from the page's own catalogue. */
const START = {} /* start */;

/** What the names of the files with the page's words have of this build; written by web/setup/site.sh. */
const WORDS = "" /* words */;

/** What was taken apart already: to read a dictionary takes as long as to draw a page. */
const segmenters = {}, known = {};
/** The words of a text with their punctuation, between which a heading may break; none in a language that has spaces. */
function apart(text, lang) {
  if (lang === "en" || !Intl.Segmenter) return [];
  return known[lang + text] ??= [...words(text, lang)];
}
function* words(text, lang) {
  const segmenter = segmenters[lang] ??= new Intl.Segmenter(lang, { granularity: "word" });
  let held = "";
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    // Punctuation never begins a line, and a single character clings to what follows.
    if (held && isWordLike && held.length > 1) {
      yield held;
      held = "";
    }
    held += segment;
  }
  if (held) yield held;
}

/** Whether the page may open with answers, those of a link or those kept on this device, and not with its start. */
function answered() {
  try { return location.hash.includes("mingbai=") || localStorage["mingbai.answers"]; } catch { /* nothing can be kept */ }
}

/** What was asked for before the module asks for it, by address: an answer for one who does. */
const asked = {};
function ask(url) {
  const answer = asked[url] = fetch(url);
  answer.catch(() => {});   // heard of where it is wanted
  return answer;
}
function answer(url) {
  const known = asked[url];
  delete asked[url];
  return known ?? fetch(url);
}
/**
 * Asks for what the module will want first, while it is on its way itself: words, index and, where the page opens with
 * its start, the rules of the city. (Links that preload would be asked for twice in WebKit.) To guess wrong costs a request.
 */
async function ahead({ base, words, lang, jurisdiction }, starts) {
  ask(`${words}${lang}.${WORDS}.json`);
  const { packs } = await (await ask(`${base}index.json`)).clone().json();
  if (!starts) return;
  const within = (code) => !jurisdiction || jurisdiction.startsWith(code.replace(/(00)+$/, ""));
  const { pack, texts, opening = texts } = packs.find((it) => within(it.jurisdiction));
  for (const name of [opening[lang], pack]) ask(base + name);
}

let loading;
/** The module, loaded once for all elements of a page. */
function load() {
  loading ??= (async () => {
    if (typeof WebAssembly !== "object") throw Object.assign(new Error("no WebAssembly"), { code: "MB-WASM-UNSUPPORTED" });
    const code = fetch(here("mingbai_web_bg.wasm"));   // not only when its script has come
    code.catch(() => {});   // heard of below
    const module = await import("./mingbai_web.js");
    await module.default({ module_or_path: code.then(module.typed) });
    return module;
  })().catch((error) => {
    loading = undefined;   // the next element, or the same one after a reload, may try again
    throw error;
  });
  return loading;
}

/** Whether the module has stopped for good, as far as the browser says whose module it was. */
function trapped(error) {
  if (error?.code === "MB-WASM-LOAD") return true;   // a part of it that it wanted did not come
  if (typeof WebAssembly !== "object" || !(error instanceof WebAssembly.RuntimeError)) return false;
  return /mingbai_web/.test(error.stack) || !/\.wasm/.test(error.stack);
}

/** The code under which an operator finds what happened. */
function codeOf(error) {
  if (error?.code in MESSAGES) return error.code;
  if (trapped(error)) return "MB-PANIC";
  const blocked = error instanceof WebAssembly.CompileError && /unsafe-eval|Content Security|disallowed|blocked/i.test(error.message);
  return blocked || error?.name === "EvalError" ? "MB-WASM-BLOCKED" : "MB-WASM-LOAD";
}

/** A registered property inherits as what it is, and a host's mistake falls back; a shadow root cannot register. */
function register(name, syntax, initialValue) {
  try {
    CSS.registerProperty({ name, syntax, inherits: true, initialValue });
    return true;
  } catch (error) {
    return error?.name === "InvalidModificationError";   // another element was first
  }
}
const unit = register("--mb-u", "<length>", "16px");
register("--mb-accent", "<color>", "#0b5675");
register("--mb-surface", "<color>", "#fff");

export class MingbaiChecker extends HTMLElement {
  static observedAttributes = Object.keys(ATTRIBUTES);

  #place;        // where the page is drawn
  #handle;       // the page, once drawn
  #announced;    // the words of the start, before it is drawn
  #leaving;      // a removal that may turn out to be a move
  #known;        // answers given as a property: they never stand in the document
  #changed;      // whether attributes wait to be taken over
  #hinted = {};  // what was hinted at, so that it is said once

  static #shown = new Set();   // the elements whose page is drawn
  static {
    // A trap ends in no handler of ours: the browser reports it, once, for all elements.
    for (const kind of ["error", "unhandledrejection"]) {
      globalThis.addEventListener(kind, (event) => {
        const error = event.error ?? event.reason;
        if (trapped(error)) this.#shown.forEach((element) => element.#stop(codeOf(error)));
      });
    }
  }

  connectedCallback() {
    clearTimeout(this.#leaving);
    for (const name of PROPERTIES.keys()) {
      // Set before this class was there: it would hide the accessor.
      if (!Object.prototype.hasOwnProperty.call(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (!this.#place) this.#furnish();
    if (!this.#handle) this.#open();
  }

  disconnectedCallback() {
    // A move removes and adds at once: only a removal that lasts ends the page.
    this.#leaving = setTimeout(() => this.#close(), 0);
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#change();
  }

  /** What the host knows of the applicant, as it was set here; never what the reader answers. */
  get answers() { return this.#known ?? this.getAttribute("answers"); }
  set answers(value) {
    this.#known = value ?? undefined;
    this.#change();
  }

  /** Takes over what was changed, all at once. */
  #change() {
    if (this.#changed || !this.#handle) return;
    this.#changed = true;
    // Before it is shown, only the words of the start can be others; then it takes the whole of the module.
    const able = MingbaiChecker.#shown.has(this) ? load().then((module) => module.later()).catch(() => {}) : Promise.resolve();
    able.then(() => {
      this.#changed = false;
      if (this.#announced?.isConnected) this.#announce();
      this.#handle?.update(this.#options());
    });
  }

  #furnish() {
    const root = this.attachShadow({ mode: "open" });
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: here("mingbai.css") });
    this.#place = document.createElement("div");
    this.#place.hidden = true;
    const show = () => { this.#place.hidden = false; };
    sheet.addEventListener("load", show);
    sheet.addEventListener("error", () => {
      console.warn("mingbai: MB-STYLE-LOAD, mingbai.css did not load from %s", sheet.href);
      show();
    });
    root.append(sheet, this.#place);
  }

  async #open() {
    const opening = (this.#handle = { update() {}, destroy() {} });
    const starts = !answered() && !this.#knows();
    if (!loading) {
      if (!answered()) this.#announce();
      ahead(this.#options(), starts).catch(() => {});
    }
    try {
      const module = await load();
      if (this.#handle !== opening) return;   // removed meanwhile
      // The start is drawn without the rest of the module; what is known already is not.
      if (!starts || this.#knows()) {
        await module.later();
        if (this.#handle !== opening) return;
      }
      this.#handle = module.mount(this.#place, { ...this.#options(), answer, later: module.later }, (name, detail) => {
        module.later().catch(() => {});   // heard of where it is wanted
        this.#tell(name, detail);
      });
      MingbaiChecker.#shown.add(this);
    } catch (error) {
      if (this.#handle !== opening) return;
      this.#handle = undefined;
      this.#say(codeOf(error), error);
    }
  }

  /** Whether the host says more than what to ask. */
  #knows() {
    const given = this.#options();
    return ["answers", "as-of", "awards"].some((name) => name in given);
  }

  /** Shows the words of the start as they will stand there, so that nobody waits for the module with nothing to read. */
  #announce() {
    const { lang, theme, mode, unit } = this.#options();
    const [title, lead] = START[lang] ?? [];
    this.#announced?.remove();
    if (!title) return;
    const make = (tag, className, ...inside) => {
      const it = Object.assign(document.createElement(tag), { className });
      it.append(...inside);
      return it;
    };
    const broken = (text) => {
      const parts = apart(text, lang);
      return parts.length ? make("span", "mb-words", ...parts.flatMap((part) => [make("wbr", ""), part])) : text;
    };
    const all = this.#announced = make("div", "mb mb-first", make("div", "mb-app",
      make("div", "mb-bar", make("span", "mb-tool")),
      make("div", "mb-page", make("div", "mb-start", make("div", "mb-main",
        make("h2", "mb-start__title", broken(title)), make("p", "mb-lead", broken(lead)),
        make("div", "mb-begin mb-late", make("span", "mb-sk mb-sk--b")))))));
    all.lang = lang;
    if (theme) all.dataset.theme = theme;
    if (mode) all.dataset.size = mode;
    if (unit) all.dataset.unit = "";
    this.#place.prepend(all);
  }

  #close() {
    if (this.isConnected) return;
    MingbaiChecker.#shown.delete(this);
    this.#handle?.destroy();
    this.#handle = undefined;
    this.#place?.replaceChildren();
  }

  /** The text of an attribute, or of the property that goes before it. */
  #text(name) {
    const known = name === "answers" ? this.#known : undefined;
    try {
      return (known === undefined ? this.getAttribute(name) : typeof known === "string" ? known : JSON.stringify(known))?.trim();
    } catch {
      return "?";   // an object that is none of JSON
    }
  }

  /** The attributes as the page takes them. A bad one is left out and hinted at in the console. */
  #options() {
    const options = { base: here("packs/"), words: here("words/"), unit, apart };
    for (const [name, fits] of Object.entries(ATTRIBUTES)) {
      const text = this.#text(name);
      if (!text) continue;
      if (fits(text)) options[name] = text;
      else this.#hint(name, name === "answers" ? "no object of answers" : text);
    }
    const asked = options.lang ?? this.closest("[lang]")?.getAttribute("lang") ?? "";
    options.lang = language(asked) ?? "zh-Hans";
    if (options.packs) options.base = new URL(options.packs.replace(/\/?$/, "/"), document.baseURI).href;
    if (options["share-base"]) options["share-base"] = new URL(options["share-base"], document.baseURI).href;
    return options;
  }

  #hint(name, text) {
    if (this.#hinted[name] === text) return;
    this.#hinted[name] = text;
    console.info("mingbai: MB-ATTRIBUTE, %s=%o is not understood; the default is used", name, text.slice(0, 80));
  }

  /** Events carry no answer: a fact's id, counts and totals, codes. */
  #tell(name, detail) {
    this.#announced?.remove();   // whatever is told first, there is a page to see
    if (name === "mingbai-hint") {
      console.info("mingbai: MB-ATTRIBUTE, not understood in %s", detail.slice(0, 300));
      return;
    }
    if (name === "mingbai-speechless") {
      const handle = this.#handle;
      MingbaiChecker.#shown.delete(this);
      this.#handle = undefined;
      queueMicrotask(() => {   // not while it is drawing
        handle.destroy();
        this.#say(detail);
      });
      return;
    }
    if (name === "mingbai-whole") {
      if (!["", "on"].includes(this.#text("offline"))) return;
      import("./offline.js").then((it) => it.keep()).catch((error) => console.info("mingbai: MB-OFFLINE, %s", error.message));
      return;
    }
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #stop(code) {
    MingbaiChecker.#shown.delete(this);
    this.#handle = undefined;
    this.#say(code);
  }

  #say(code, error) {
    console.warn("mingbai: %s", code, error ?? "");
    const [zh, en] = MESSAGES[code] ?? MESSAGES["MB-WASM-LOAD"];   // MB-WORDS-…
    const make = (tag, text, lang, properties) => Object.assign(document.createElement(tag), { textContent: text, lang, ...properties });
    const link = (text, lang, hash) => make("a", text, lang, { href: here("catalogue/index.html") + hash });
    const box = make("div", "", "zh-Hans", { className: "mb-fallback", part: "fallback" });
    box.setAttribute("role", "alert");
    const list = make("p", "", "zh-Hans");
    list.append(link("查看政策目录", "zh-Hans", ""), " · ", link("Catalogue of awards", "en", "#en"));
    box.append(make("p", zh, "zh-Hans", { className: "mb-fallback__main" }), make("p", en, "en"), list,
      make("p", code, "en", { className: "mb-fallback__code" }));
    this.#place.replaceChildren(box);
    this.#place.hidden = false;
    this.dispatchEvent(new CustomEvent("mingbai-error", { detail: { code }, bubbles: true, composed: true }));
  }
}

/** Each attribute as a property; `lang` is one already. */
const PROPERTIES = new Map(MingbaiChecker.observedAttributes.map((name) => [name.replace(/-(.)/g, (_, it) => it.toUpperCase()), name]));
PROPERTIES.delete("lang");
for (const [property, name] of PROPERTIES) {
  if (name === "answers") continue;
  Object.defineProperty(MingbaiChecker.prototype, property, {
    configurable: true,
    enumerable: true,
    get() { return this.getAttribute(name); },
    set(value) { value == null ? this.removeAttribute(name) : this.setAttribute(name, Array.isArray(value) ? value.join(" ") : value); },
  });
}

if (!customElements.get("mingbai-checker")) customElements.define("mingbai-checker", MingbaiChecker);
