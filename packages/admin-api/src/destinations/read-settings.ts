import { WrongSettings } from "@leadrelay/adapters/read-settings";
import { getAdapter } from "@leadrelay/adapters/registry";
import { checkUrl } from "@leadrelay/delivery/guarded-fetch/check-url";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { refusedUrlWords } from "./refused-url-words.ts";

type Settings = Readonly<Record<string, unknown>>;

/**
 * Settings of a destination as its kind reads them: those given, over those it has. Throws the 422 that names each setting at fault,
 * never its value.
 */
export async function readSettings(
  kind: string,
  given: Settings,
  before: Settings,
  dependencies: Pick<AdminDependencies, "urlRules" | "resolvesInside">,
): Promise<unknown> {
  const adapter = getAdapter(kind);
  const settings = parse(kind, { ...before, ...given });
  const known = typeof settings === "object" && settings !== null ? settings : {};
  const unknown = Object.keys(given).filter((name) => !(name in known));
  refuse(unknown.map((setting) => ({ setting, detail: "is not known here" })));
  for (const { setting, url } of adapter.addresses(settings)) {
    const detail = await whyRefused(url, dependencies);
    if (detail !== null) refuse([{ setting, detail }]);
  }
  return settings;
}

async function whyRefused(
  url: string,
  { urlRules, resolvesInside }: Pick<AdminDependencies, "urlRules" | "resolvesInside">,
): Promise<string | null> {
  const checked = checkUrl(url, urlRules);
  if ("refused" in checked) return refusedUrlWords[checked.refused];
  return (await resolvesInside(checked.url.hostname)) ? refusedUrlWords.private_address : null;
}

function parse(kind: string, settings: Settings): unknown {
  try {
    return getAdapter(kind).parseSettings(settings);
  } catch (error) {
    if (error instanceof WrongSettings) refuse(error.problems);
    throw error;
  }
}

function refuse(problems: readonly { setting: string; detail: string }[]): void {
  if (problems.length === 0) return;
  const errors = problems.map(({ setting, detail }) => ({
    field: setting === "" ? "settings" : `settings.${setting}`,
    detail,
  }));
  const found = errors.map(({ field, detail }) => `${field} ${detail}`).join("; ");
  throw apiProblem("invalid", `${found}.`, { errors });
}
