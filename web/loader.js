// The checker in a frame of its own, for a page whose policy or scripts leave no room for the element:
//
//   <script src="https://…/mingbai/loader.js" data-jurisdiction="371000" async></script>
//
// The frame stands where the script stands, or in the element that data-target selects. Every attribute of
// <mingbai-checker> is written with data- before it; data-height is the height kept free until the page is there
// (720), data-title the frame's name. Answers given as data-answers go to the frame by message, never in its address.
// Its events (mingbai-ready, -answer, -result, -share, -error) arrive on the frame and bubble from there.
//
// Messages, all of the form {mingbai: 1, type, …}, taken only from this very frame and its origin:
//   frame → page   hello | height {height} | scroll {top} | event {name, detail}
//   page → frame   welcome {attributes}
(function () {
  "use strict";
  var NAMES = ["jurisdiction", "lang", "theme", "mode", "awards", "as-of", "packs", "offline"];
  var EVENTS = ["mingbai-ready", "mingbai-answer", "mingbai-result", "mingbai-share", "mingbai-error"];
  var script = document.currentScript;
  if (!script) { console.warn("mingbai: MB-LOADER, load loader.js as a classic script, not as a module"); return; }

  var given = function (name) { return (script.getAttribute("data-" + name) || "").trim(); };
  var address = new URL("embed.html", script.src);
  var settings = new URLSearchParams();
  NAMES.forEach(function (name) { if (given(name)) settings.set(name, given(name)); });
  // A link that was shared leads to this page; what it carries is the frame's.
  var shared = location.hash.indexOf("mingbai=");
  address.hash = settings + (shared < 0 ? "" : "&" + location.hash.slice(shared));
  if (shared >= 0) try { history.replaceState(null, "", location.href.split("#")[0]); } catch (error) { /* it stays */ }

  var least = 120, most = 100000;
  var number = function (value, from, to) {
    return typeof value === "number" && value >= from && value <= to ? Math.ceil(value) : undefined;
  };
  var frame = document.createElement("iframe");
  frame.title = given("title") || "科技政策自测";
  frame.loading = "lazy";
  frame.allow = "clipboard-write";
  frame.className = "mingbai-frame";
  // By the object model: a strict policy refuses a style attribute, not this.
  frame.style.cssText = "display:block;width:100%;border:0;overflow:hidden";
  frame.style.height = (number(parseFloat(given("height")), least, most) || 720) + "px";
  frame.src = address.href;

  addEventListener("message", function (event) {
    var message = event.data;
    if (!frame.contentWindow || event.source !== frame.contentWindow || event.origin !== address.origin) return;
    if (!message || typeof message !== "object" || message.mingbai !== 1) return;
    if (message.type === "hello") {
      var attributes = { "share-base": given("share-base") || location.href.split("#")[0] };
      if (given("answers")) attributes.answers = given("answers");
      frame.contentWindow.postMessage({ mingbai: 1, type: "welcome", attributes: attributes }, address.origin);
    } else if (message.type === "height") {
      var height = number(message.height, least, most);
      if (height) frame.style.height = height + "px";
    } else if (message.type === "scroll") {
      var top = number(message.top, 0, most);
      if (top === undefined) return;
      var place = frame.getBoundingClientRect().top + top;
      if (place < 0 || place > innerHeight * .8) scrollTo({ top: scrollY + place - 16 });
    } else if (message.type === "event" && EVENTS.indexOf(message.name) >= 0) {
      frame.dispatchEvent(new CustomEvent(message.name, { detail: message.detail, bubbles: true }));
    }
  });

  var target = null;
  try { target = given("target") && document.querySelector(given("target")); } catch (error) { target = null; }
  if (given("target") && !target) console.info("mingbai: MB-LOADER, nothing matches data-target=%o; the frame stands by the script", given("target"));
  if (target) target.appendChild(frame);
  else if (script.parentNode === document.head) document.addEventListener("DOMContentLoaded", function () { document.body.appendChild(frame); });
  else script.parentNode.insertBefore(frame, script);
})();
