import type { Schemas } from "../api.ts";
import type { Look } from "../format/states.ts";
import { keysTexts } from "../texts/keys.ts";

/** How a key stands now. */
export function keyState(
  { revoked_at, expires_at }: Pick<Schemas["AccessKey"], "revoked_at" | "expires_at">,
  now: number,
): { label: string; look: Look; isLive: boolean } {
  if (revoked_at !== null) return { label: keysTexts.states.revoked, look: "calm", isLive: false };
  if (expires_at !== null && expires_at <= now)
    return { label: keysTexts.states.expired, look: "warn", isLive: false };
  return { label: keysTexts.states.live, look: "good", isLive: true };
}
