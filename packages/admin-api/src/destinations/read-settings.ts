import { WrongSettings } from "@leadrelay/adapters/settings/wrong-settings";
import { getAdapter } from "@leadrelay/adapters/registry";
import { isFormKey } from "@leadrelay/db/forms/is-form-key";
import { runOne } from "@leadrelay/db/run-batch";
import { formKeyIn } from "@leadrelay/delivery/guarded-fetch/form-key-in";
import { judgeUrl, type JudgedUrl } from "@leadrelay/delivery/guarded-fetch/judge-url";
import { noScope } from "../access/access.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { completeSettings } from "./complete-settings.ts";
import { refuseSettings } from "./refuse-settings.ts";
import { refusedUrlWords } from "./refused-url-words.ts";

type Settings = Readonly<Record<string, unknown>>;

type Judging = Pick<AdminDependencies, "control" | "urlRules">;
type Reading = Judging & Pick<AdminDependencies, "randomBytes">;

interface ReadSettings {
  settings: unknown;
  /** What the caller should know of settings that were taken: their addresses' hosts that DNS said nothing of. */
  notes?: string[];
  /** A signing secret that was made for them: to be shown this once. */
  secret?: string;
}

/**
 * Settings of a destination as its kind reads them: those given, over those it has. Throws the 422 that names each setting at fault,
 * never its value.
 */
export async function readSettings(
  kind: string,
  given: Settings,
  before: Settings,
  dependencies: Reading,
): Promise<ReadSettings> {
  const adapter = getAdapter(kind);
  const completed = completeSettings(kind, given, before, dependencies.randomBytes);
  const settings = parse(kind, completed.settings);
  const known = typeof settings === "object" && settings !== null ? settings : {};
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(known, name));
  refuseSettings(unknown.map((setting) => ({ setting, detail: "is not known here" })));
  const notes: string[] = [];
  for (const { setting, url } of adapter.addresses(settings)) {
    // What is not named anew was judged when it was, and each time that it is sent to.
    if (!(setting in given)) continue;
    const judged = await judge(url, dependencies);
    if ("refused" in judged) refuseSettings([{ setting, detail: refusedUrlWords[judged.refused] }]);
    else if (!judged.isSure) notes.push(`settings.${setting} ${unsure}`);
  }
  return {
    settings,
    ...(notes.length > 0 && { notes }),
    ...(completed.made !== undefined && { secret: completed.made }),
  };
}

const unsure =
  "was taken, but DNS did not say whether there is such a host: send a lead, and see whether it arrives";

async function judge(url: string, { control, urlRules }: Judging): Promise<JudgedUrl> {
  const judged = await judgeUrl(url, urlRules);
  if ("refused" in judged) return judged;
  const formKey = formKeyIn(judged.url);
  const isForm = formKey !== undefined && (await runOne(control, isFormKey(noScope, formKey)));
  return isForm ? { refused: "own_form" } : judged;
}

function parse(kind: string, settings: Settings): unknown {
  try {
    return getAdapter(kind).parseSettings(settings);
  } catch (error) {
    if (error instanceof WrongSettings) refuseSettings(error.problems);
    throw error;
  }
}
