import * as z from "zod/mini";

/** Points a signal adds, by reason code; the defaults of every client. */
export const defaultWeights = {
  honeypot: 40,
  fast_submit: 30,
  quick_submit: 10,
  invalid_phone: 10,
  high_rate: 20,
  no_session: 15,
  zero_engagement: 10,
  vpn_high: 15,
  vpn_moderate: 5,
  velocity_high: 20,
  velocity_moderate: 10,
} as const;
export type SuspicionReason = keyof typeof defaultWeights;
export type SuspicionWeights = Readonly<Record<SuspicionReason, number>>;

const points = z.optional(z.number().check(z.minimum(0), z.maximum(100)));
const overridesSchema = z.object({
  honeypot: points,
  fast_submit: points,
  quick_submit: points,
  invalid_phone: points,
  high_rate: points,
  no_session: points,
  zero_engagement: points,
  vpn_high: points,
  vpn_moderate: points,
  velocity_high: points,
  velocity_moderate: points,
});

/**
 * A client's weights: its own where it set them, else the defaults. 0 switches a signal off.
 * @param overridesJson `clients.suspicion_weights_json`; what is not points for a signal we know is ignored: a lead never waits for it.
 */
export function readWeights(overridesJson: string): SuspicionWeights {
  const overrides = overridesSchema.safeParse(parseJson(overridesJson));
  if (!overrides.success) return defaultWeights;
  const given = Object.entries(overrides.data).filter(([, value]) => value !== undefined);
  return { ...defaultWeights, ...Object.fromEntries(given) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
