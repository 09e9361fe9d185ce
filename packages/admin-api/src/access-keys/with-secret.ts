import type { ShownKey } from "./shown-key.ts";

/**
 * A key with the secret that is shown this once, and what a machine keeps of both.
 * @param origin where people reach this API
 */
export const withSecret = (key: ShownKey, secret: string, origin: string) => ({
  ...key,
  secret,
  environment: [
    `LEADRELAY_URL=${origin}`,
    `LEADRELAY_KEY_ID=${key.id}`,
    `LEADRELAY_KEY_SECRET=${secret}`,
    "",
  ].join("\n"),
});
