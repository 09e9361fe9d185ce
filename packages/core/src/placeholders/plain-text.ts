/** What says nothing says so in fewer signs: longer texts are not looked through for it. */
export const longestNothing = 300;

/** Characters that are drawn as nothing: joiners, direction marks, variation selectors, fillers, soft hyphens; and NUL and its like. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?!\s)\p{Cc}/gu;

export const printableAscii = /^[ -~]*$/;

/**
 * A text as a person sees it: what cannot be seen is dropped, wide and other compatibility letters are their plain ones (NFKC),
 * no blanks around. For reading what a text says; what is kept and shown is the text as typed.
 * @returns undefined where the text is longer than its reader takes, as typed or read so: of one sign NFKC may make 18 (U+FDFA)
 */
export function plainText(text: string, longest: number): string | undefined {
  if (text.length > longest) return undefined;
  // Most texts: a look at them is cheaper than what follows, and the producer has each post's fields read.
  if (printableAscii.test(text)) return text.trim();
  const plain = text.replaceAll(invisible, "").normalize("NFKC").trim();
  return plain.length > longest ? undefined : plain;
}
