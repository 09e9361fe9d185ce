import { encodeUtf8 } from "../encode-utf8.ts";
import { binaryOf } from "../binary.ts";
import { findOpening } from "./find-delimiter.ts";

/** RFC 2046 allows 70 plain characters; some clients send more. */
const usable = /^[\x20-\x7e]{1,200}$/;
/** A line of two dashes and more, and behind it a header that only parts have. */
const delimiterLine = /(?:^|\n|\xef\xbb\xbf)--([\x20-\x7e]{1,200}?)[ \t]*\r?\ncontent-[a-z-]{1,40}[ \t]*:/i;
const preambleBytes = 4_096;

/**
 * The boundary that the parts of a body stand between: what the Content-Type names if the body has it, else what stands
 * in the body. Scripts that set the header by hand leave it out, or name another. undefined: there are no parts.
 */
export function findBoundary(bytes: Uint8Array, declared: string | undefined): string | undefined {
  const named = declared?.trimEnd();
  if (named !== undefined && usable.test(named) && findOpening(bytes, encodeUtf8(`--${named}`))) return named;
  return delimiterLine.exec(binaryOf(bytes.subarray(0, preambleBytes)))?.[1];
}

const dash = 0x2d;
/** Line ends and blanks, and the three bytes of a byte order mark. */
const blanks = new Set([0x0d, 0x0a, 0x20, 0x09, 0xef, 0xbb, 0xbf]);

/** Whether a body begins as one of several parts does, whatever it is called. */
export function looksMultipart(bytes: Uint8Array): boolean {
  let at = 0;
  while (blanks.has(bytes[at] ?? 0)) at += 1;
  return bytes[at] === dash && bytes[at + 1] === dash;
}
