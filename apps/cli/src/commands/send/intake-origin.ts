import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { isLoopback } from "../../settings/server-url.ts";

/** What a wrong address of the intake may come from. */
export const intakeNamedBy = "--intake-url, LEADRELAY_INTAKE_URL or the profile";

/** Where `npm start` takes submissions. */
const localIntakePort = "8787";

/** The producer's origin: as set, else for the local stack its own port; undefined when nothing names it. */
export function findIntakeOrigin({ settings }: Cli): string | undefined {
  const { intakeUrl, url } = settings();
  if (intakeUrl !== undefined || url === undefined || !isLoopback(url)) return intakeUrl;
  const local = new URL(url);
  local.port = localIntakePort;
  return local.origin;
}

/** The same; a usage error when nothing names it. */
export function intakeOrigin(cli: Cli): string {
  const found = findIntakeOrigin(cli);
  if (found !== undefined) return found;
  throw usageFailure(
    "Where do the forms post to? Nothing names that address.",
    "give --intake-url, LEADRELAY_INTAKE_URL, or `intake_url` in .leadrelay.toml: it is the producer Worker's.",
  );
}
