// Parts a module in two: what the start and the first question run, and the rest, which comes while the reader reads
// (later.js). `split.mjs MODULE FIRST LATER` takes the module with its names and writes both; later.txt says what is in
// the second. `make later` makes that list: by a module that says what runs (`--mark MODULE TO`), and from what it said
// (`--list MODULE RAN`). BINARYEN_JS is where Binaryen is.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const { default: binaryen } = await import(pathToFileURL(process.env.BINARYEN_JS));
const { none, i32 } = binaryen;

/** A function's name without the hashes of its crates, which differ from compiler to compiler. */
const plain = (name) => name.replace(/\[[0-9a-f]{8,16}\]/g, "");

function read(data) {
  const module = binaryen.readBinary(data);
  const features = ["BulkMemory", "BulkMemoryOpt", "CallIndirectOverlong", "NontrappingFPToInt", "SignExt", "MutableGlobals",
    "ReferenceTypes", "Multivalue"];
  module.setFeatures(features.reduce((all, name) => all | binaryen.Features[name], 0));
  return module;
}

const each = (count, get, info) => Array.from({ length: count }, (_, i) => info(get(i)));
const functions = (module) =>
  each(module.getNumFunctions(), (i) => module.getFunctionByIndex(i), binaryen.getFunctionInfo);
const tables = (module) => each(module.getNumTables(), (i) => module.getTableByIndex(i), binaryen.getTableInfo);
const globals = (module) => each(module.getNumGlobals(), (i) => module.getGlobalByIndex(i), binaryen.getGlobalInfo);
const exports = (module) => each(module.getNumExports(), (i) => module.getExportByIndex(i), binaryen.getExportInfo);
const segments = (module) =>
  each(module.getNumElementSegments(), (i) => module.getElementSegmentByIndex(i), binaryen.getElementSegmentInfo);

function written(module) {
  module.runPasses(["strip-debug", "strip-producers", "strip-target-features"]);
  if (!module.validate()) throw new Error("the module is not valid");
  return module.emitBinary();
}

/** The table through which the two call each other, and whether the second is there. */
const TABLE = "later", THERE = "there";

/**
 * The first module. `later` are the functions of the second, which it calls by their places in the table, once they are
 * there; `needed` those that it puts into the table for the second; `places` those of the second in it; `shared` what
 * else the second takes.
 */
function first(data, name, later, { needed = [], places = [], shared = [] } = {}) {
  const module = read(data);
  const size = needed.length + places.length;
  module.addTable(TABLE, size, size);
  module.addTableExport(TABLE, name);
  module.addActiveElementSegment(TABLE, TABLE, needed, module.i32.const(0));
  module.addGlobal(THERE, i32, true, module.i32.const(0));
  for (const { kind, value, name } of shared) {
    if (kind === binaryen.ExternalTable) module.addTableExport(value, name);
    else module.addGlobalExport(value, name);
  }
  module.addFunctionImport("need", "later", "need", none, none);
  module.addFunction("wait", none, none, [],
    module.if(module.i32.eqz(module.global.get(THERE, i32)), module.call("need", [], none)));
  // Like by like, which compresses well.
  const place = new Map(places.map((it, i) => [it, needed.length + i]));
  const like = later.map((it) => {
    const { params, results } = binaryen.getFunctionInfo(module.getFunction(it));
    return { it, params, results, place: place.get(it) ?? 0 };
  }).sort((a, b) => a.params - b.params || a.results - b.results || a.place - b.place);
  for (const { it, params, results, place } of like) {
    const operands = binaryen.expandType(params).map((type, i) => module.local.get(i, type));
    module.removeFunction(it);
    module.addFunction(it, params, results, [], module.block(null, [
      module.call("wait", [], none),
      module.call_indirect(TABLE, module.i32.const(place), operands, params, results),
    ], results));
  }
  module.runPasses(["remove-unused-module-elements"]);
  return module;
}

/** The second module. Whatever it does not hold it takes from the first, functions by their places in the table. */
function second(data, name, later, { needed = [], places = [] } = {}) {
  const module = read(data);
  const exported = new Map(exports(module).map((it) => [`${it.kind} ${it.value}`, it.name]));
  const share = (kind, it) => exported.get(`${kind} ${it}`) ?? `.${it}`;   // no number
  for (const it of exports(module)) module.removeExport(it.name);
  for (const it of segments(module)) module.removeElementSegment(it.name);
  const kept = new Set(later);
  const at = new Map(needed.map((it, i) => [it, i]));
  for (const { name: it, module: from, params, results } of functions(module)) {
    if (kept.has(it)) continue;
    if (!from) module.removeFunction(it);
    module.addFunctionImport(it, name, `${at.get(it) ?? ""}`, params, results);
  }
  module.addMemoryImport("0", name, share(binaryen.ExternalMemory, "0"));
  for (const it of tables(module)) module.addTableImport(it.name, name, share(binaryen.ExternalTable, it.name));
  for (const it of globals(module)) {
    module.addGlobalImport(it.name, name, share(binaryen.ExternalGlobal, it.name), it.type, it.mutable);
  }
  module.addTableImport(TABLE, name, name);
  module.addActiveElementSegment(TABLE, TABLE, places, module.i32.const(needed.length));
  module.addGlobalImport(THERE, name, THERE, i32, true);
  module.setStart(module.addFunction("come", none, none, [], module.global.set(THERE, module.i32.const(1))));
  module.runPasses(["remove-unused-module-elements"]);
  return module;
}

/** A module without what stands in memory, which the first has put there. */
function withoutData(bytes) {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length;) {
    const begun = at;
    const id = bytes[at++];
    let size = 0;
    for (let shift = 0, byte = 128; byte > 127; shift += 7) {
      byte = bytes[at++];
      size |= (byte & 127) << shift;
    }
    at += size;
    if (id !== 11 && id !== 12) kept.push(bytes.subarray(begun, at));
  }
  return Buffer.concat(kept);
}

const LIST = new URL("later.txt", import.meta.url);

/** The lines of later.txt by what they begin with. `never`: whether a name is never among what comes later. */
async function listed() {
  const lines = (await readFile(LIST, "utf8")).split("\n").filter((line) => line && !line.startsWith("#"));
  const after = (sign) => lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
  const kept = after("!");
  const never = (name) => kept.some((part) => name.includes(part));
  return { whole: new Set(after("=")), never, parts: lines.filter((line) => !/^[=!]/.test(line)) };
}

/** Whether a function is one that later.txt names. */
async function isNamed() {
  const { whole, never, parts } = await listed();
  const named = (name) => whole.has(name) || parts.some((part) => name.includes(part));
  return (name) => !never(plain(name)) && named(plain(name));
}

const own = (module) => functions(module).filter((it) => !it.module).map((it) => it.name);

async function split(from, to, rest) {
  const data = await readFile(from);
  const name = `later:${createHash("sha256").update(data).digest("hex").slice(0, 8)}`;
  const all = own(read(data));
  const named = all.filter(await isNamed());
  const one = first(data, name, named);
  // What nothing in the first calls any more goes with what was named; what each takes from the other is what is left.
  const later = [...named, ...all.filter((it) => !one.getFunction(it))];
  const places = named.filter((it) => one.getFunction(it));
  const other = second(data, name, later, { places });
  const needed = functions(other).filter((it) => it.module).map((it) => it.name);
  const takes = { needed, places, shared: [] };
  const had = new Set(exports(one).map((it) => `${it.kind} ${it.value}`));
  for (const [kind, all] of [[binaryen.ExternalTable, tables(other)], [binaryen.ExternalGlobal, globals(other)]]) {
    for (const { name: value, base: as } of all) {
      if (value !== TABLE && !had.has(`${kind} ${value}`)) takes.shared.push({ kind, value, name: as });
    }
  }
  await writeFile(to, written(first(data, name, later, takes)));
  await writeFile(rest, withoutData(written(second(data, name, later, takes))));
}

/** The whole module, which says the number of each function that runs. It looks like one of two parts, so that its script
 * asks for a second in vain: what that leads to has to run without it as well. */
async function mark(from, to) {
  const module = read(await readFile(from));
  const all = functions(module).filter((it) => !it.module);
  module.addFunctionImport("mark", "later", "mark", i32, none);
  all.forEach(({ name, params, results, vars, body }, i) => {
    const marked = module.block(null, [module.call("mark", [module.i32.const(i)], none), body], results);
    module.removeFunction(name);
    module.addFunction(name, params, results, vars, marked);
  });
  module.addFunctionExport(all[0].name, "later:none");
  await writeFile(to, written(module));
}

/** Paths in a name, and what they are in: what a line of later.txt may be. */
function* parts(name) {
  for (const [path] of name.matchAll(/<?[a-z_]\w*(?:::\w+)+(?:>::\w+)?(?:::\{\w+#\d+\})*/g)) {
    const steps = path.split("::");
    for (let count = 2; count <= steps.length; count++) yield steps.slice(0, count).join("::");
  }
  yield name;
}

/** Writes later.txt: all that did not run and that something which ran might call. RAN: the numbers that `mark` was told. */
async function write(from, ranFile) {
  const data = await readFile(from);
  const all = own(read(data));
  const ran = new Set(JSON.parse(await readFile(ranFile, "utf8")));
  const { never } = await listed();
  const later = all.filter((it, i) => !ran.has(i) && !never(plain(it)));
  const one = first(data, "", later);
  const wanted = new Set(later.filter((it) => one.getFunction(it)).map(plain));
  const others = all.filter((_, i) => ran.has(i)).map(plain).join("\n");
  const lines = new Map();   // what each could be for
  for (const name of wanted) {
    for (const part of parts(name)) if (!others.includes(part)) lines.set(part, []);
  }
  for (const [part, names] of lines) names.push(...[...wanted].filter((name) => name.includes(part)));
  const chosen = [];
  while (wanted.size) {
    const open = ([part, names]) => [names.filter((it) => wanted.has(it)).length, -part.length, part];
    const [count, , part] = [...lines].map(open).reduce((a, b) => (b[0] - a[0] || b[1] - a[1]) > 0 ? b : a, [0]);
    if (!count) break;
    chosen.push(part);
    for (const it of lines.get(part)) wanted.delete(it);
    lines.delete(part);
  }
  chosen.push(...[...wanted].map((name) => `=${name}`));
  const said = (await readFile(LIST, "utf8")).split("\n").filter((line) => /^[#!]/.test(line));
  await writeFile(LIST, [...said, ...chosen.sort(), ""].join("\n"));
}

const [command, ...rest] = process.argv.slice(2);
const commands = { "--mark": mark, "--list": write };
await (commands[command] ? commands[command](...rest) : split(command, ...rest));
