import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { clockTime, localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";

type AccessKey = components["schemas"]["AccessKey"];

/** Whether a key works, and until when. */
export function keyState({ revoked_at, expires_at }: AccessKey, now: number, paint: Paint): string {
  if (revoked_at !== null) return paint("dim", "revoked");
  if (expires_at !== null && expires_at <= now) return paint("dim", "expired");
  return paint("green", "works");
}

/** A key, for a person; never with a secret. */
export const keyDetails = (key: AccessKey, { outside }: Cli, paint: Paint): string =>
  renderDetails(
    [
      ["Id", key.id],
      ["Name", key.name],
      ["State", keyState(key, outside.now(), paint)],
      ["Agency", key.agency_id],
      ["Client", key.client_id ?? "every one of the agency"],
      ["May", key.permissions.join("\n")],
      ["Last used", lastUsed(key, outside)],
      ["Expires", localTime(key.expires_at, outside) ?? "never"],
      ["Old secret", oldSecret(key, outside)],
      ["Made", `${localTime(key.created_at, outside)} by ${key.created_by}`],
      ["Revoked", key.revoked_at === null ? undefined : localTime(key.revoked_at, outside)],
    ],
    paint,
  );

const hourMs = 3_600_000;

/** When a key was used last: the API keeps it to the hour. */
export function lastUsed(
  { last_used_at: at }: Pick<AccessKey, "last_used_at">,
  clock: Cli["outside"],
): string {
  if (at === null) return "never";
  if (clock.now() - at < hourMs) return "within the last hour";
  return `${clockTime(at, clock).slice(0, "2026-11-21 14:03".length)}, or up to an hour later`;
}

const oldSecret = ({ previous_expires_at: until }: AccessKey, outside: Cli["outside"]) =>
  until === null ? undefined : `until ${localTime(until, outside)}`;
