// Appended to the module's script (module.sh). The module comes in two parts (split.mjs): the second once the start is
// there to read, or while everything waits, where something of it is wanted before.

/** An answer as one of WebAssembly, whatever the portal says it is: only such a one is compiled as it comes. */
export function typed(answer) {
  if (!answer.ok || answer.headers.get("Content-Type") === "application/wasm") return answer;
  return new Response(answer.body, { headers: { "Content-Type": "application/wasm" } });
}

const second = new URL("mingbai_web_later.wasm", import.meta.url).href;
/** Under which name the first part exports its table for the second; none in a module that is whole. */
const table = () => Object.keys(wasm).find((name) => name.startsWith("later:"));

/** What the second takes from the first: functions by their places in the table. Of another build it finds nothing. */
const taken = () => ({ [table()]: new Proxy({}, { get: (_, name) => wasm[name] ?? wasm[table()].get(+name) }) });

let coming;
/** Loads the second part, once. */
export function later() {
  coming ??= (async () => {
    if (table()) await __wbg_load(typed(await fetch(second)), taken());
  })().catch((error) => {
    coming = undefined;
    throw error;
  });
  return coming;
}

/** Loads it now: who needs it has begun and cannot be kept waiting. */
function need() {
  try {
    const request = new XMLHttpRequest();
    request.open("GET", second, false);
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
    const code = Uint8Array.from(request.responseText, (it) => it.charCodeAt());
    new WebAssembly.Instance(new WebAssembly.Module(code), taken());
  } catch (error) {
    throw Object.assign(new Error(error.message), { code: "MB-WASM-LOAD" });
  }
}

const own = __wbg_get_imports;
__wbg_get_imports = () => ({ ...own(), later: { need } });
