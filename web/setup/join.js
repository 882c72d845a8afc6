// How the page's module is read. A visitor loads it under brotli, which does better where like stands by like: operators
// by operators, each kind of operand by its own. So split.mjs takes the code apart into streams, in custom sections of
// what is to every other reader a valid module, if an empty one. Here it is put together again as it comes in. A module
// that was never taken apart passes through.

/** The name of the sections. Each holds how many functions, the size of each stream, and the streams. */
export const SPLIT = "split";

/** The streams: bytes that go first as they are, operators, and one for each kind of operand. */
export const [FIRST, OPERATORS, LOCALS, LOCAL, GLOBAL, CALL, INDIRECT, BLOCK, BRANCH, OFFSET, NEAR, FAR, LONG, FLOAT, OTHER] =
  Array(15).keys();
export const STREAMS = 15;

/** `i32.const` with three bytes or more, which wasm does not tell from one with less. */
export const CONST = 0x41, CONST_FAR = 0x27;

/** How operators of memory are aligned, from 0x28 on: as is usual for each. It is a hint to the browser, and not kept. */
export const MEMORY = 0x28;
export const ALIGNED = Uint8Array.from("23230011001122232301012");

/** In which stream the operand of an operator stands, a LEB128; 0 where it has none, or more than one. */
export const OPERAND = new Uint8Array(256);
for (const [first, last, stream] of [
  [0x02, 0x04, BLOCK], [0x0c, 0x0d, BRANCH], [0x10, 0x10, CALL], [0x20, 0x22, LOCAL], [0x23, 0x24, GLOBAL],
  [0x25, 0x26, OTHER], [MEMORY, 0x3e, OFFSET], [0x3f, 0x40, OTHER], [CONST, CONST, NEAR], [CONST_FAR, CONST_FAR, FAR],
  [0x42, 0x42, LONG], [0xd0, 0xd0, OTHER], [0xd2, 0xd2, CALL],
]) OPERAND.fill(stream, first, last + 1);

/** Copies the operands of an operator that has more than one; the functions copy a LEB128, which they say, or bytes. */
export function operands(operator, leb, bytes) {
  if (operator === 0x0e) for (let labels = leb(BRANCH); labels >= 0; labels--) leb(BRANCH);
  else if (operator === 0x11) leb(INDIRECT), leb(OTHER);
  else if (operator === 0x1c) bytes(OTHER, leb(OTHER));
  else if (operator === 0x43) bytes(FLOAT, 4);
  else if (operator === 0x44) bytes(FLOAT, 8);
  else if (operator === 0xfc) for (let left = +"000000002121212111"[leb(OTHER)]; left > 0; left--) leb(OTHER);
}

/** The bytes of a LEB128. */
export const leb128 = (number) => number < 128 ? [number] : [number & 127 | 128, ...leb128(number >>> 7)];

/** Reads from `at` on. */
export class Reader {
  constructor(data, at = 0) { Object.assign(this, { data, at }); }

  /** A LEB128; NaN where it is not there to its end. */
  number() {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = this.data[this.at++];
      if (byte === undefined) return NaN;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }

  take(count) { return this.data.subarray(this.at, this.at += count); }
}

const broken = () => new RangeError("the module is cut off or broken");

/** The bytes that a section "split" stands for. Written for the eye of a compiler: it runs while the visitor waits. */
function whole(section) {
  const { data } = section;
  const functions = section.number();
  const at = Uint32Array.from({ length: STREAMS }, () => section.number());   // the sizes, and then where each is read
  at.forEach((size, stream) => {
    at[stream] = section.at;
    section.at += size;
  });
  const made = new Uint8Array(data.length * 2);   // alignments and sizes come to less than what is there
  let to = 0;
  const leb = (stream) => {
    let from = at[stream], value = 0, shift = 0, byte;
    if (!(from < data.length)) throw broken();
    do {
      made[to++] = byte = data[from++];
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    at[stream] = from;
    return value;
  };
  const bytes = (stream, count) => {
    made.set(data.subarray(at[stream], at[stream] += count), to);
    to += count;
  };
  bytes(FIRST, at[OPERATORS] - at[FIRST]);
  let from = at[OPERATORS];
  for (let left = functions; left > 0; left--) {
    const begun = to;
    for (let groups = leb(LOCALS); groups > 0; groups--) leb(LOCALS), bytes(LOCALS, 1);
    for (let depth = 0; depth >= 0;) {
      const operator = data[from++];
      if (operator === undefined) throw broken();
      made[to++] = operator === CONST_FAR ? CONST : operator;
      const stream = OPERAND[operator];
      if (stream === OFFSET) made[to++] = ALIGNED[operator - MEMORY];
      else if (stream === BLOCK) depth++;
      else if (operator === 0x0b) depth--;
      if (stream) {
        let operand = at[stream];
        while ((made[to++] = data[operand++]) > 127);
        at[stream] = operand;
      } else {
        operands(operator, leb, bytes);
      }
    }
    const size = leb128(to - begun);
    made.copyWithin(begun + size.length, begun, to);
    made.set(size, begun);
    to += size.length;
  }
  return made.subarray(0, to);
}

/** Puts together what comes in, section by section. */
export function joining() {
  let held = [];       // what has come and could not be given on yet,
  let length = 0;      // so many bytes,
  let needed = 8;      // of at least so many; at first what every module begins with
  let begun = false;
  return new TransformStream({
    transform(chunk, out) {
      held.push(chunk);
      length += chunk.length;
      if (length < needed) return;
      const data = new Uint8Array(length);
      let to = 0;
      for (const it of held) {
        data.set(it, to);
        to += it.length;
      }
      const reader = new Reader(data);
      if (!begun) out.enqueue(reader.take(8));
      begun = true;
      let done = reader.at;
      for (;;) {
        const id = reader.take(1)[0];
        const end = reader.number() + reader.at;
        needed = (end || length + 1) - done;   // not even its size may be there
        if (!(end <= length)) break;
        const name = id === 0 ? String.fromCharCode(...reader.take(reader.number())) : "";
        out.enqueue(name === SPLIT ? whole(new Reader(data.subarray(reader.at, end))) : data.subarray(done, end));
        reader.at = done = end;
      }
      held = [data.subarray(done)];
      length -= done;
    },
    flush() {
      if (length > 0) throw broken();
    },
  });
}

/** The answer to a request for the module, put together. */
export function joined(response) {
  if (!response.ok || !response.body) return response;
  return new Response(response.body.pipeThrough(joining()), { headers: { "Content-Type": "application/wasm" } });
}
