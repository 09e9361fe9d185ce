import { answerOf } from "../../api/answer-of.ts";
import { intakeTold } from "../../api/intake-told.ts";
import type { Cli } from "../../cli.ts";
import { Failure, usageFailure } from "../../exit/failure.ts";
import { isLoopback } from "../../settings/server-url.ts";

/** What a wrong address of the intake may come from. */
export const intakeNamedBy = "--intake-url, LEADRELAY_INTAKE_URL or the profile";

/** Where `npm start` takes submissions. */
const localIntakePort = "8787";

/** The producer's origin: as set, else as the installation says it, else for the local stack its usual port; undefined when nothing names it. */
export async function findIntakeOrigin(cli: Cli): Promise<string | undefined> {
  const { intakeUrl, url } = cli.settings();
  if (intakeUrl !== undefined || url === undefined) return intakeUrl;
  const told = await askInstallation(cli);
  if (told !== undefined || !isLoopback(url)) return told;
  const local = new URL(url);
  local.port = localIntakePort;
  return local.origin;
}

/** Only whoever is signed in is told. */
async function askInstallation(cli: Cli): Promise<string | undefined> {
  try {
    return intakeTold(await answerOf(cli.api().GET("/api/me")));
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** The same; a usage error when nothing names it. */
export async function intakeOrigin(cli: Cli): Promise<string> {
  const found = await findIntakeOrigin(cli);
  if (found !== undefined) return found;
  throw usageFailure(
    "Where do the forms post to? Nothing names that address.",
    "give --intake-url, LEADRELAY_INTAKE_URL, or `intake_url` in .leadrelay.toml: it is the producer Worker's. Where the installation says it (PUBLIC_INTAKE_URL), signing in is enough.",
  );
}
