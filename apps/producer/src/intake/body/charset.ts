import { unsupported, type Refusal } from "../../refusal.ts";
import type { MediaType } from "../../request/media-type.ts";

const utf8Names = new Set(["utf-8", "utf8", "us-ascii", "ascii"]);

/** LeadRelay reads UTF-8, of which ASCII is a part. */
export function charsetRefusal({ parameters }: MediaType): Refusal | undefined {
  const charset = parameters.get("charset");
  if (charset === undefined || utf8Names.has(charset.toLowerCase())) return undefined;
  return unsupported(`The charset "${charset.slice(0, 40)}" is not supported: send UTF-8.`);
}
