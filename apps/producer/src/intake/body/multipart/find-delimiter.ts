const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const dash = 0x2d;
const blanks = new Set([0x20, 0x09]);

export interface Delimiter {
  /** Where what stands before it ends, its line end left out. */
  start: number;
  /** Where what stands behind it begins. */
  end: number;
  /** The closing one. */
  closes: boolean;
}

/**
 * The next line that is `--boundary` (RFC 2046, 5.1.1), at the start of the body or behind a line end of either kind.
 * A line that only begins like it is none. Goes from line to line and looks at none twice, whatever the boundary is.
 */
export function findDelimiter(bytes: Uint8Array, marker: Uint8Array, from: number): Delimiter | undefined {
  let line = from;
  do {
    const found = bytes[line] === dash ? delimiterAt(bytes, marker, line, from) : undefined;
    if (found !== undefined) return found;
    line = bytes.indexOf(lineFeed, line) + 1;
  } while (line !== 0);
  return undefined;
}

/** The opening one may stand behind anything within the first 4 KB: some senders put no line end there. */
const preambleBytes = 4_096;

/** The first delimiter of a body, which senders put behind a line end, a byte order mark or a few words. */
export function findOpening(bytes: Uint8Array, marker: Uint8Array): Delimiter | undefined {
  const preamble = bytes.subarray(0, preambleBytes);
  for (let at = preamble.indexOf(dash); at !== -1; at = preamble.indexOf(dash, at + 1)) {
    const found = delimiterAt(bytes, marker, at, 0);
    if (found !== undefined) return found;
  }
  return findDelimiter(bytes, marker, 0);
}

function delimiterAt(
  bytes: Uint8Array,
  marker: Uint8Array,
  line: number,
  from: number,
): Delimiter | undefined {
  if (!marker.every((byte, index) => bytes[line + index] === byte)) return undefined;
  const start = withoutLineEnd(bytes, from, line);
  let end = line + marker.length;
  if (bytes[end] === dash && bytes[end + 1] === dash) return { start, end: end + 2, closes: true };
  while (blanks.has(bytes[end] ?? 0)) end += 1;
  if (end === bytes.length) return { start, end, closes: true };
  if (bytes[end] === carriageReturn) end += 1;
  return bytes[end] === lineFeed ? { start, end: end + 1, closes: false } : undefined;
}

/** Where text from `from` to `to` ends without the line end that it may have. */
export function withoutLineEnd(bytes: Uint8Array, from: number, to: number): number {
  if (to === from || bytes[to - 1] !== lineFeed) return to;
  return to - from > 1 && bytes[to - 2] === carriageReturn ? to - 2 : to - 1;
}
