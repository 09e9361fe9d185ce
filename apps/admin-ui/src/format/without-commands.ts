/**
 * Words of the API without the command line's commands, for those who have buttons: what stands in brackets is left out, and so is a sentence that
 * is about nothing but a command. Other code stays as it is.
 */
export function withoutCommands(text: string): string {
  const bare = text.replaceAll(/ ?\((?:[^()`]*`leadrelay [^`]*`)+[^()`]*\)/g, "");
  return sentencesOf(bare)
    .map((sentence) => sentence.replaceAll(/, `leadrelay [^`]*`(?=[.;,:]|$)/g, ""))
    .filter((sentence) => !sentence.includes("`leadrelay "))
    .join(" ")
    .trim();
}

/** A dot within code, or within a number, ends no sentence. */
const sentencesOf = (text: string): string[] =>
  text.match(/(?:`[^`]*`|[^`])+?(?:[.!?](?=\s|$)|$)\s*/g)?.map((one) => one.trim()) ?? [];
