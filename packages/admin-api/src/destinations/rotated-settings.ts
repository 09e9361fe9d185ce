import { z } from "@hono/zod-openapi";
import type { Adapter } from "@leadrelay/adapters/adapter";

const signedSchema = z.looseObject({
  secret: z.string().nullish(),
  previous_secret: z.string().nullish(),
  previous_until: z.string().nullish(),
});

interface Rotation {
  /** The new one; null: its kind has none. */
  secret: string | null;
  nowMs: number;
  /** How long the secret until now goes on beside it. */
  overlapMs: number;
}

type Rotated =
  | { settings: Readonly<Record<string, unknown>>; secret: string; previousUntil: number | null }
  /** Why not, in words; `{id}` stands for the destination's. */
  | { refused: string };

/** A destination's settings with a new secret to sign with, or why there is none to be had. */
export function rotatedSettings(
  adapter: Pick<Adapter<unknown>, "kind" | "parseSettings" | "signingSecret">,
  settings: unknown,
  { secret, nowMs, overlapMs }: Rotation,
): Rotated {
  const { signingSecret, kind } = adapter;
  if (signingSecret === undefined || secret === null)
    return { refused: `A ${kind} destination signs nothing: it has no such secret.` };
  const read = signedSchema.safeParse(settings);
  if (!read.success)
    return {
      refused:
        "Its settings cannot be read: the master key that sealed them is gone. Give them anew: `leadrelay destination change {id} --stdin`.",
    };
  if (!signingSecret.isUsed(adapter.parseSettings(settings)))
    return {
      refused:
        "Its requests are not signed: `leadrelay destination change {id} --set signature=standard` has them signed, and makes a secret.",
    };
  const { secret: current, previous_secret, previous_until, ...others } = read.data;
  const rotated = { ...others, secret };
  if (overlapMs === 0 || current == null) return { settings: rotated, secret, previousUntil: null };
  if (previous_secret != null && previous_until != null && Date.parse(previous_until) > nowMs)
    return {
      refused: `Its secret is being rotated: it signs with the one before, too, until ${previous_until}. Wait for that, or send overlap_seconds 0 (\`--overlap 0\`) to end both.`,
    };
  const previousUntil = nowMs + overlapMs;
  return {
    settings: {
      ...rotated,
      previous_secret: current,
      previous_until: new Date(previousUntil).toISOString(),
    },
    secret,
    previousUntil,
  };
}
