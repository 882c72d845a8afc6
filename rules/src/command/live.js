// Beside the checker while its rules are edited (`mingbai serve --rules`): shows what is
// wrong with them, and loads the page again once they compile.
const place = new URL("state.json", import.meta.url);
const panel = document.createElement("section");
const text = document.createElement("pre");
panel.setAttribute("role", "status");
panel.hidden = true;
panel.append(text);
Object.assign(panel.style, {
  position: "fixed", inset: "auto 0 0 0", maxHeight: "45vh", overflow: "auto", zIndex: "9999",
  margin: "0", padding: "0.75rem 1rem", background: "#1d1f21", color: "#f5f5f5",
  borderTop: "4px solid #c33",
});
Object.assign(text.style, { margin: "0", font: "13px/1.4 ui-monospace, monospace", whiteSpace: "pre" });
document.body.append(panel);

let seen;
async function look() {
  try {
    const state = await (await fetch(place, { cache: "no-store" })).json();
    if (seen !== undefined && state.version !== seen) {
      location.reload();
      return;
    }
    seen = state.version;
    panel.hidden = state.text === "";
    if (text.textContent !== state.text) text.textContent = state.text;
  } catch {
    // The server has stopped; it may come back.
  }
  setTimeout(look, 700);
}
look();
