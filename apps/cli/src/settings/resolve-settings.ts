import type * as z from "zod";
import { usageFailure } from "../exit/failure.ts";
import type { Environment } from "../outside/outside.ts";
import type { OutputForm } from "../output/results.ts";
import { profileName, settingSchemas, type SettingName, type SettingsFile } from "./settings-file.ts";

/** Options every command takes. */
export interface GlobalOptions {
  profile?: string | undefined;
  url?: string | undefined;
  intakeUrl?: string | undefined;
  output?: string | undefined;
  wide?: true | undefined;
}

export interface Settings {
  profile: string;
  /** The API's origin; undefined before the first login. */
  url: string | undefined;
  intakeUrl: string | undefined;
  output: OutputForm;
}

interface Sources {
  flags: GlobalOptions;
  env: Environment;
  /** `./.leadrelay.toml`. */
  project: SettingsFile | undefined;
  /** The user's `config.toml`. */
  user: SettingsFile | undefined;
}

/** Flags, then environment, then `./.leadrelay.toml`, then the user's file: for each value the first that has it. */
export function resolveSettings({ flags, env, project, user }: Sources): Settings {
  const profile =
    given(profileName, [flags.profile, "--profile"], [env["LEADRELAY_PROFILE"], "LEADRELAY_PROFILE"]) ??
    project?.profile ??
    user?.profile ??
    "default";
  const inFiles = <Name extends SettingName>(name: Name) => {
    for (const file of [project, user]) {
      const value = file?.profiles?.[profile]?.[name] ?? file?.[name];
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const { url, intake_url, output } = settingSchemas;
  return {
    profile,
    url: given(url, [flags.url, "--url"], [env["LEADRELAY_URL"], "LEADRELAY_URL"]) ?? inFiles("url"),
    intakeUrl:
      given(
        intake_url,
        [flags.intakeUrl, "--intake-url"],
        [env["LEADRELAY_INTAKE_URL"], "LEADRELAY_INTAKE_URL"],
      ) ?? inFiles("intake_url"),
    output:
      given(output, [flags.output, "--output"], [env["LEADRELAY_OUTPUT"], "LEADRELAY_OUTPUT"]) ??
      inFiles("output") ??
      "table",
  };
}

/** The first that is there, checked; a usage error names where a wrong one comes from. An empty variable counts as none. */
function given<Schema extends z.ZodType>(
  schema: Schema,
  ...candidates: readonly (readonly [value: string | undefined, from: string])[]
): z.output<Schema> | undefined {
  const [value, from] = candidates.find(([text]) => text !== undefined && text !== "") ?? [];
  if (value === undefined) return undefined;
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw usageFailure(`${from} ${read.error.issues[0]?.message ?? "is wrong"}.`);
}
