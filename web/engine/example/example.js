// A page of its own on the engine alone: asks what settles most, shows what may be applied for.
import init, { Checker } from "../checker.js";

const PACKS = new URL("../packs/", import.meta.url);
const get = async (name) => (await fetch(new URL(name, PACKS))).text();
const find = (id) => document.getElementById(id);

await init();
const { packs } = JSON.parse(await get("index.json"));
const entry = packs.find((it) => it.jurisdiction === "371000") ?? packs[0];
const [pack, words] = await Promise.all([get(entry.pack), get(entry.texts["zh-Hans"])]);
const checker = Checker.load(pack, words);
const texts = JSON.parse(words);
const facts = new Map(JSON.parse(pack).facts.map((fact) => [fact.id, fact]));
const session = checker.session({ registered_in: entry.jurisdiction }, new Date().toISOString().slice(0, 10));

/** A control for a fact, and how its value is read; an empty one is 不清楚. */
function control({ id, kind }) {
  const [type, detail] = typeof kind === "string" ? [kind] : Object.entries(kind)[0];
  const choices = { "yes-no": [["yes", "是"], ["no", "否"]], choice: Object.entries(texts.facts[id].options ?? {}) }[type];
  const field = Object.assign(document.createElement(choices ? "select" : "input"), { name: id });
  for (const [value, text] of [["", "不清楚"], ...(choices ?? [])]) if (choices) field.append(new Option(text, value));
  return { field, read: () => field.value === "" || detail === undefined && type === "choices" ? null
    : type === "yes-no" ? field.value === "yes" : type === "choices" ? [field.value] : field.value };
}

function show() {
  const { next, totals, determinations } = session.report();
  const eligible = determinations.filter((it) => it.verdict === "eligible");
  find("sum").textContent = `${eligible.length} 项可申报，确定的合计 ${totals.certain.amount.min} 元`;
  find("awards").replaceChildren(...eligible.map(({ award }) => Object.assign(document.createElement("li"), {
    id: award, textContent: `${texts.awards[award].title}：${session.explain(award).map((it) => it.text).join("；")}`,
  })));
  if (next) ask(next);
  else find("question").replaceChildren("没有要问的了。");
}

function ask({ question, facts: asked }) {
  session.visit(question);
  const controls = asked.map((id) => [id, control(facts.get(id))]);
  const rows = controls.map(([id, { field }]) => {
    const label = document.createElement("label");
    label.append(texts.facts[id].ask, " ", field, document.createElement("br"));
    return label;
  });
  find("question").replaceChildren(...rows, Object.assign(document.createElement("button"), { textContent: "继续" }));
  find("question").onsubmit = (event) => {
    event.preventDefault();
    try {
      for (const [id, { read }] of controls) session.answer(id, read());
      show();
    } catch (error) {
      find("sum").textContent = error.message;
    }
  };
}

show();
