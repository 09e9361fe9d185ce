import { readPartHeaders } from "./part-headers.ts";
import type { RawPart } from "./split-parts.ts";
import { withoutTransferEncoding } from "./transfer-encoding.ts";

export interface SkippedFile {
  kind: "file";
  field: string;
  fileName: string;
  bytes: number;
}

export interface TextPart {
  kind: "text";
  name: string;
  content: Uint8Array;
  charset: string | undefined;
}

/** What cannot be a field, and why. */
interface BrokenPart {
  kind: "broken";
  because: string;
}

/** What no form field holds, though it names no file. */
const fileTypes = /^(?:image|audio|video|font|multipart)\//;

/** A part as a field, or as what is skipped: whatever is wrong with it is its own affair. */
export function readPart(
  { headers, content, isWhole }: RawPart,
  charset: string | undefined,
): TextPart | SkippedFile | BrokenPart {
  if (!isWhole) return broken("it was cut off: the body ends before its closing boundary");
  if (headers === undefined) return broken("its headers are too long, or no blank line ends them");
  const about = readPartHeaders(headers, charset);
  const { name, fileName, type } = about;
  if (name === null) return broken("it has no name");
  if (fileName !== null || (type !== undefined && fileTypes.test(type)))
    return { kind: "file", field: name, fileName: fileName ?? "", bytes: content.length };
  const plain = withoutTransferEncoding(content, about.transferEncoding);
  return { kind: "text", name, content: plain, charset: about.charset };
}

const broken = (because: string): BrokenPart => ({ kind: "broken", because });
