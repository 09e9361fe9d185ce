import { usageFailure } from "../exit/failure.ts";

const secretName = /secret|password|token|cookie|session|credential/i;

/** Settings files are shared and backed up: throws a usage error that names the secret, never its value. */
export function refuseSecrets(path: string, table: Readonly<Record<string, unknown>>, above = ""): void {
  for (const [key, value] of Object.entries(table)) {
    if (secretName.test(key))
      throw usageFailure(
        `${path} holds \`${above}${key}\`: a secret does not belong into this file.`,
        "take it out (and rotate it if others have seen the file), then run `leadrelay login`, or set LEADRELAY_KEY_ID and LEADRELAY_KEY_SECRET.",
      );
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      refuseSecrets(path, value as Record<string, unknown>, `${above}${key}.`);
  }
}
