import init, { Checker, type Determination, type Report } from "@mingbai/checker";
import wasm from "@mingbai/checker/checker_bg.wasm?url";

interface Entry { jurisdiction: string; pack: string; texts: Record<string, string> }

const text = async (name: string): Promise<string> => (await fetch(`packs/${name}`)).text();

async function main(): Promise<string> {
  await init({ module_or_path: wasm });
  const { packs } = JSON.parse(await text("index.json")) as { packs: Entry[] };
  const entry = packs.find((it) => it.jurisdiction === "371000");
  if (!entry) throw new Error("no pack of 371000");
  const checker = Checker.load(await text(entry.pack), await text(entry.texts["en"] ?? ""));
  const session = checker.session({ registered_in: "371002", applicant_kind: "enterprise" }, "2026-11-22");
  session.answer("invention_patents_granted_year", 20);
  const report: Report = session.report();
  const of = (award: string): Determination | undefined => report.determinations.find((it) => it.award === award);
  const patents = of("weihai-invention-patents-20");
  const why = session.explain("weihai-invention-patents-20")?.map((it) => `${it.status} ${it.text ?? ""}`) ?? [];
  let refused = "";
  try {
    session.answer("invention_patents_granted_year", "about twenty");
  } catch (error) {
    refused = (error as Error).name;
  }
  const next = session.nextQuestion();
  return [patents?.verdict, patents?.amount.max, ...why, refused, next?.question].join("\n");
}

const place = document.getElementById("result");
main().then(
  (result) => { if (place) { place.textContent = result; place.dataset["state"] = "done"; } },
  (error: unknown) => { if (place) { place.textContent = String(error); place.dataset["state"] = "failed"; } },
);
