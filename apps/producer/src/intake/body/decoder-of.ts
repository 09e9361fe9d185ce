/** A way to read bytes that are not UTF-8, as a label names it. */
export interface LegacyDecoder {
  /** The encoding's own name, such as `windows-1252` for the label `ISO-8859-1`. */
  name: string;
  /** Some characters take several bytes, or all bytes are ASCII and shift between tables. */
  severalBytes: boolean;
  /** undefined when the bytes are not of this encoding. */
  decode: (bytes: Uint8Array) => string | undefined;
}

/** The first word in it: labels come in quotes of either kind, with blanks, with a comma and another one. */
const firstWord = /[\w.:+-]{1,40}/;
const severalBytes = /^(?:gb|big5|euc-|shift_jis|iso-2022-)/;

/**
 * The decoder for a charset label of the Encoding Standard. undefined for a label nobody knows, and for UTF-8 and
 * UTF-16: bytes show by themselves whether they are one of those.
 */
export function decoderOf(label: string): LegacyDecoder | undefined {
  const named = firstWord.exec(label)?.[0];
  const decoder = named === undefined ? undefined : makeDecoder(named);
  if (decoder === undefined || decoder.encoding.startsWith("utf-")) return undefined;
  const decode = (bytes: Uint8Array) => {
    try {
      return decoder.decode(bytes);
    } catch {
      return undefined;
    }
  };
  return { name: decoder.encoding, severalBytes: severalBytes.test(decoder.encoding), decode };
}

/** The platform refuses labels it does not know by throwing. */
function makeDecoder(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: false });
  } catch {
    return undefined;
  }
}
