// Takes the code of a module apart; join.js puts it together in the browser, and says why. FROM, TO.
import { readFile, writeFile } from "node:fs/promises";
import {
  ALIGNED, BLOCK, CONST, CONST_FAR, FIRST, LOCALS, MEMORY, OFFSET, OPERAND, OPERATORS, Reader, SPLIT, STREAMS, joining,
  leb128, operands,
} from "./join.js";

/** How much code a section holds: it is put together once the whole of it has come. */
const SECTION = 128 * 1024;

/** Some functions in streams, and what goes before them. */
class Section {
  streams = Array.from({ length: STREAMS }, () => []);
  functions = 0;

  constructor(first) { this.streams[FIRST].push(...first); }

  /** Adds the body of a function. In `data`, its alignments become the usual ones. */
  add(data) {
    const from = new Reader(data);
    const bytes = (stream, count) => this.streams[stream].push(...from.take(count));
    const leb = (stream) => {
      const begun = from.at;
      const value = from.number();
      this.streams[stream].push(...data.subarray(begun, from.at));
      return value;
    };
    for (let groups = leb(LOCALS); groups > 0; groups--) leb(LOCALS), bytes(LOCALS, 1);
    for (let depth = 0; depth >= 0;) {
      let [operator] = from.take(1);
      const stream = OPERAND[operator];
      if (operator === CONST && data[from.at] > 127 && data[from.at + 1] > 127) operator = CONST_FAR;
      this.streams[OPERATORS].push(operator);
      if (stream === OFFSET) data[from.at++] = ALIGNED[operator - MEMORY];
      else if (stream === BLOCK) depth++;
      else if (operator === 0x0b) depth--;
      if (stream) leb(OPERAND[operator]);
      else operands(operator, leb, bytes);
    }
    if (from.at !== data.length) throw new Error(`a function of ${data.length} bytes ended after ${from.at}`);
    this.functions++;
  }

  bytes() {
    const content = [
      ...leb128(SPLIT.length), ...Buffer.from(SPLIT), ...leb128(this.functions),
      ...this.streams.flatMap((stream) => leb128(stream.length)), ...this.streams.flat(),
    ];
    return Buffer.from([0, ...leb128(content.length), ...content]);
  }
}

/** The module with its code taken apart. */
function split(data) {
  const from = new Reader(data, 8);
  const made = [data.subarray(0, 8)];
  while (from.at < data.length) {
    const begun = from.at;
    const [id] = from.take(1);
    const end = from.number() + from.at;
    if (id !== 10) {
      made.push(data.subarray(begun, from.at = end));
      continue;
    }
    let left = from.number();
    let section = new Section(data.subarray(begun, from.at));
    for (let since = from.at; left > 0; left--) {
      section.add(from.take(from.number()));
      if (from.at - since < SECTION && left > 1) continue;
      made.push(section.bytes());
      section = new Section([]);
      since = from.at;
    }
  }
  return Buffer.concat(made);
}

const [, , from, to] = process.argv;
const data = new Uint8Array(await readFile(from));
const apart = split(data);
const together = await new Response(new Blob([apart]).stream().pipeThrough(joining())).arrayBuffer();
if (!Buffer.from(together).equals(data)) throw new Error(`${from}: what was taken apart does not go together`);
await WebAssembly.compile(together);
await writeFile(to, apart);
