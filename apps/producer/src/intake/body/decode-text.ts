import { decoderOf } from "./decoder-of.ts";
import { fromCesu8 } from "./from-cesu8.ts";

export interface DecodedText {
  text: string;
  /** What an operator should know of the reading; undefined where it was UTF-8. */
  note: string | undefined;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
const damagedUtf8 = new TextDecoder("utf-8");
const windows1252 = new TextDecoder("windows-1252");

/** undefined when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Any bytes as text. A label counts where it can be true. Encodings of several bytes a character (Shift_JIS, GBK) come
 * first, as a short text of theirs may look like UTF-8; those of one byte come after UTF-8, as theirs hardly ever does
 * and many a server puts ISO-8859-1 on whatever it sends. Without a label that fits it is damaged UTF-8, where more of
 * it is whole than broken, else windows-1252, which browsers send from old pages without ever saying so.
 */
export function decodeText(bytes: Uint8Array, label: string | undefined): DecodedText {
  const labelled = label === undefined ? undefined : decoderOf(label);
  const text = decodeUtf8(bytes);
  const byLabel = text === undefined || labelled?.severalBytes === true ? labelled?.decode(bytes) : undefined;
  if (text !== undefined && (byLabel === undefined || byLabel === text || isEastAsian(text)))
    return { text, note: undefined };
  if (labelled !== undefined && byLabel !== undefined) return { text: byLabel, note: readAs(labelled.name) };
  const mended = fromCesu8(bytes);
  const damaged = damagedUtf8.decode(mended ?? bytes);
  if (mended !== undefined && !damaged.includes("\uFFFD")) return { text: damaged, note: undefined };
  if (mended !== undefined || isMostlyWhole(damaged)) return { text: damaged, note: damagedNote };
  return { text: windows1252.decode(bytes), note: legacyNote };
}

const readAs = (name: string) => `not UTF-8: read as ${name}`;
const legacyNote = readAs("windows-1252");
export const damagedNote = "broken characters were replaced";

/** Beyond ASCII only characters of three bytes: that is how UTF-8 writes Chinese, Japanese and Korean, and no accident. */
const isEastAsian = (text: string) => /[^\0-\x7f]/.test(text) && !/[\x80-\u07ff]/.test(text);

/** At least as many characters beyond ASCII are whole as replaced: an emoji cut in two, not another encoding. */
function isMostlyWhole(text: string): boolean {
  const broken = text.split("\uFFFD").length - 1;
  const whole = (text.match(/[^\0-\x7f]/gu)?.length ?? 0) - broken;
  return whole > 0 && whole >= broken;
}
