import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-table.ts";

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
      ["Last used", localTime(key.last_used_at, outside) ?? "never"],
      ["Expires", localTime(key.expires_at, outside) ?? "never"],
      ["Old secret", oldSecret(key, outside)],
      ["Made", `${localTime(key.created_at, outside)} by ${key.created_by}`],
      ["Revoked", key.revoked_at === null ? undefined : localTime(key.revoked_at, outside)],
    ],
    paint,
  );

const oldSecret = ({ previous_expires_at: until }: AccessKey, outside: Cli["outside"]) =>
  until === null ? undefined : `until ${localTime(until, outside)}`;
