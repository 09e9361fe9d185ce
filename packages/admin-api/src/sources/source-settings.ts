import { WrongSettings } from "@leadrelay/adapters/settings/wrong-settings";
import { sealedSourceAt } from "@leadrelay/contracts/source-snapshot";
import type { SourceDoor } from "@leadrelay/sources/door";
import { readOpened, type OpenedSettings } from "@leadrelay/sources/read-opened";
import { refuseSettings } from "../destinations/refuse-settings.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem } from "../problems/api-problem.ts";

type Settings = Readonly<Record<string, unknown>>;

/** What seals the settings of sources. Throws the 409 of an installation that has no key for it. */
export async function requireIntakeSealer({ intakeSealer }: Pick<AdminDependencies, "intakeSealer">) {
  if (intakeSealer === null)
    throw apiProblem(
      "conflict",
      "This installation has no INTAKE_MASTER_KEY, which seals what sources are checked by: set the same one in both Workers (docs/deploy.md), then add the source.",
    );
  return intakeSealer();
}

/** Settings with what the kind makes where nobody gave it. Throws the 422 that names each setting at fault, never its value. */
export function readSourceSettings(
  door: SourceDoor<unknown>,
  given: Settings,
  { randomBytes }: Pick<AdminDependencies, "randomBytes">,
): { settings: Settings; made: Record<string, string> } {
  refuseSettings(
    Object.keys(given)
      .filter((name) => !Object.hasOwn(door.fields, name))
      .map((setting) => ({ setting, detail: "is not known here" })),
  );
  const made = makeSecrets(door, Object.keys(given), randomBytes);
  const settings = { ...given, ...made };
  try {
    door.parseSettings(settings);
  } catch (error) {
    if (error instanceof WrongSettings) refuseSettings(error.problems);
    throw error;
  }
  return { settings, made };
}

/** What a kind makes by itself, but for those that are named. */
export const makeSecrets = (
  { makes }: Pick<SourceDoor<unknown>, "makes">,
  except: readonly string[],
  randomBytes: AdminDependencies["randomBytes"],
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(makes).flatMap(([name, make]) =>
      except.includes(name) ? [] : [[name, make(randomBytes(32))]],
    ),
  );

interface Sealed {
  id: string;
  sealed_settings: string;
}

/** Throws what the seal throws, and for what is no settings. */
export async function openSource(
  { id, sealed_settings }: Sealed,
  { intakeSealer }: Pick<AdminDependencies, "intakeSealer">,
): Promise<OpenedSettings> {
  if (intakeSealer === null) throw new Error("INTAKE_MASTER_KEY is not set");
  return readOpened(await (await intakeSealer()).open(sealed_settings, sealedSourceAt(id)));
}

export const sealSource = async (
  id: string,
  opened: OpenedSettings,
  dependencies: Pick<AdminDependencies, "intakeSealer">,
): Promise<string> =>
  (await requireIntakeSealer(dependencies)).seal(JSON.stringify(opened), sealedSourceAt(id));
