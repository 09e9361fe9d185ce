import { oneLine } from "../lead/one-line.ts";

const longestWords = 80;

/** An address of anything, also where its dot is another script's. */
const linkLike =
  /\/\/|\\\\|@|www\s*[.\u3002\uff0e\uff61]|[\p{L}\p{N}]{2,}[.\u3002\uff0e\uff61](?:\p{Ll}{2,24}|\p{Lu}{2,24})(?!\p{L})/u;

/**
 * A stranger's words as they may stand in a message that somebody else may get: whoever fills in a form with another's address must not have us send
 * advertisement. What looks like a link, or is long, says nothing; what is left has a blank behind each dot, so that no mail program makes a link of it.
 */
export function plainWords(value: string): string {
  const words = oneLine(value).normalize("NFKC");
  if (words.length > longestWords || linkLike.test(words)) return "";
  return words.replaceAll(/([.\u3002\uff61])(?=[\p{L}\p{N}])/gu, "$1 ");
}
