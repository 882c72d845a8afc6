// Notes in `window.mingbaiComplaints` whatever a browser complains about, from the first
// line of the page on. Part of the tests only; the site that is built does not have it.
"use strict";
{
  const complaints = [];
  Object.defineProperty(window, "mingbaiComplaints", { value: complaints });
  const note = (kind, ...parts) => complaints.push([kind + ":", ...parts.map(String)].join(" "));

  for (const level of ["error", "warn"]) {
    const original = console[level];
    console[level] = (...parts) => {
      note("console." + level, ...parts);
      original.apply(console, parts);
    };
  }
  // Capturing, so that a script or an image that does not load is noted as well.
  addEventListener("error", (event) => {
    const element = event.target;
    if (element instanceof Element) {
      note("not loaded", element.src || element.href || element.tagName);
    } else {
      note("error", event.message, "at", event.filename + ":" + event.lineno);
    }
  }, true);
  addEventListener("unhandledrejection", (event) => note("rejection", event.reason));
  document.addEventListener("securitypolicyviolation", (event) => {
    note("policy", event.effectiveDirective, event.blockedURI, "at", event.sourceFile);
  });
}
