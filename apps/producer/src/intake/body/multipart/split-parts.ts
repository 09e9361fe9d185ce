import { encodeUtf8 } from "../encode-utf8.ts";
import { findDelimiter, findOpening, withoutLineEnd } from "./find-delimiter.ts";

/** A part as it stands in the body. */
export interface RawPart {
  /** undefined: no blank line ends them, or they are longer than a part's are. */
  headers: Uint8Array | undefined;
  content: Uint8Array;
  /** false: the body ended within it. */
  isWhole: boolean;
}

const headerLimitBytes = 16 * 1024;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * The parts of a multipart body, with line ends of either kind. What stands before the first delimiter and behind the
 * closing one is nobody's. A body that ends without a closing one ends with its last part, whole if a line end is there.
 */
export function* splitParts(bytes: Uint8Array, boundary: string): Generator<RawPart> {
  const marker = encodeUtf8(`--${boundary}`);
  let opened = findOpening(bytes, marker);
  while (opened !== undefined && !opened.closes && opened.end < bytes.length) {
    const begin = opened.end;
    const closed = findDelimiter(bytes, marker, begin);
    const end = closed?.start ?? withoutLineEnd(bytes, begin, bytes.length);
    yield { ...readPart(bytes.subarray(begin, end)), isWhole: closed !== undefined || end < bytes.length };
    opened = closed;
  }
}

function readPart(part: Uint8Array): Pick<RawPart, "headers" | "content"> {
  const line = blankLine(part);
  if (line === undefined) return { headers: undefined, content: part };
  return { headers: part.subarray(0, line.start), content: part.subarray(line.end) };
}

/** The blank line that ends the headers; it may come first, and it may be the part's end. */
function blankLine(part: Uint8Array): { start: number; end: number } | undefined {
  for (let start = 0; start <= Math.min(part.length, headerLimitBytes);) {
    if (start === part.length) return { start, end: start };
    if (part[start] === lineFeed) return { start, end: start + 1 };
    if (part[start] === carriageReturn && part[start + 1] === lineFeed) return { start, end: start + 2 };
    const lineEnd = part.indexOf(lineFeed, start);
    if (lineEnd === -1) return undefined;
    start = lineEnd + 1;
  }
  return undefined;
}
