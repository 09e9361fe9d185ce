import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { isLoopback } from "../../settings/server-url.ts";

/** Where `npm start` takes submissions. */
const localIntakePort = "8787";

/** The producer's origin: as set, else for the local stack its own port. */
export function intakeOrigin({ settings }: Cli): string {
  const { intakeUrl, url } = settings();
  if (intakeUrl !== undefined) return intakeUrl;
  if (url !== undefined && isLoopback(url)) {
    const local = new URL(url);
    local.port = localIntakePort;
    return local.origin;
  }
  throw usageFailure(
    "Where do the forms post to? Nothing names that address.",
    "give --intake-url, LEADRELAY_INTAKE_URL, or `intake_url` in .leadrelay.toml: it is the producer Worker's.",
  );
}
