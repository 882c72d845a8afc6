// Answers a whole interview in the page and says how long each answer took to be painted: from the event, through the
// page's own work, style, layout and the drawing of the frame, to the task after it. Facts are set as a person would.
const KNOWN = {
  registered_in: "371002", applicant_kind: "enterprise", hnte_event: "first", enterprise_size: "small",
  hnte_valid: "yes", invention_patents_granted_year: "20", rd_expense_cny: "300万",
};
const painted = () => new Promise((end) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => end(performance.now());
  channel.port2.postMessage(0);
}));
const choices = [], screens = [], frames = [];
let moment = 0;
const timed = async (times, act) => {
  // In a task of its own, and at any moment of a frame, as a person's comes: right after a frame all would wait for the
  // whole of the next.
  await painted();
  moment = (moment + 7) % 17;
  await new Promise((end) => setTimeout(end, moment));
  const from = performance.now();
  act();
  times.push(await painted() - from);
};
const form = () => root.querySelector("form[data-question]");
const choose = (box) => box.checked || timed(choices, () => box.click());
const write = (field, text) => timed(choices, () => {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
});

// What a frame takes here that shows one word more, outside the checker: nothing of the page's can be quicker.
const word = document.body.appendChild(document.createElement("p"));
for (let at = 0; at < 10; at++) await timed(frames, () => { word.textContent = at; });
word.remove();

root.querySelector("[data-action='start']").click();
do await painted(); while (root.querySelector(".mb-res.mb-late"));   // all has come that is wanted from now on
while (form() && screens.length < 40) {
  const question = form().dataset.question;
  const names = [...new Set([...form().querySelectorAll("input[type='radio']:not([data-rest])")].map((it) => it.name))];
  const city = form().querySelector("select[data-city]");
  if (city) {
    for (const [at, code] of [["city", `${KNOWN.registered_in.slice(0, 4)}00`], ["district", KNOWN.registered_in]]) {
      await timed(choices, () => {
        const select = form().querySelector(`select[data-${at}]`);
        select.value = code;
        for (const kind of ["input", "change"]) select.dispatchEvent(new Event(kind, { bubbles: true, composed: true }));
      });
    }
  }
  for (const name of names) {
    const boxes = [...form().querySelectorAll("input[type='radio']")].filter((it) => it.name === name);
    const of = (value) => boxes.find((it) => it.value === value);
    const field = form().querySelector(`input[data-exact='${name}']`);
    const box = of(KNOWN[name]);
    if (box) await choose(box);
    else if (KNOWN[name] && field) await write(field, KNOWN[name]);
    else await choose(of("no") ?? of("none") ?? of("unsure"));
  }
  for (const field of form().querySelectorAll("input[data-exact]")) {
    if (KNOWN[field.dataset.exact] && !field.value) await write(field, KNOWN[field.dataset.exact]);
  }
  const rest = form().querySelector("input[data-rest='none']");
  if (rest) await choose(rest);
  await timed(screens, () => form().querySelector("[data-action='next']").click());
  if (form()?.dataset.question === question) throw new Error(`${question}: ${root.querySelector(".mb-errsum")?.textContent}`);
}
if (!root.querySelector("[data-screen='results']")) throw new Error("the interview came to no end");
return { choices, screens, frames };
