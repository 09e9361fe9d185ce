import { comparableName } from "@leadrelay/core/fields/aliases";
import { textOf, type BodyEntry } from "@leadrelay/core/fields/extract-fields";

/** Under which our correction page sends on the page that the visitor came from. */
export const referrerField = "__pg_referrer";

const longestReferrer = 2_000;
const webAddress = /^https?:\/\/\S+$/i;

/**
 * The page that a submission came from. A corrected one comes from our own correction page, which stands at the
 * form's address and says where the visitor was before; from anywhere else that field counts for nothing.
 */
export function findReferrer({ headers, url }: Request, entries: readonly BodyEntry[]): string | null {
  const referrer = headers.get("referer");
  if (referrer === null || withoutQuery(referrer) !== withoutQuery(url)) return clipped(referrer);
  const carried = textOf(entries.find(([name]) => comparableName(name) === referrerField)?.[1]);
  return webAddress.test(carried) ? clipped(carried) : null;
}

function withoutQuery(url: string): string {
  const queryAt = url.indexOf("?");
  return queryAt === -1 ? url : url.slice(0, queryAt);
}

const clipped = (text: string | null) =>
  text !== null && text.length > longestReferrer ? text.slice(0, longestReferrer).toWellFormed() : text;
