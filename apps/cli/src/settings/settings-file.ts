import * as z from "zod";
import { outputForms } from "../output/results.ts";
import { readServerUrl } from "./server-url.ts";

const serverUrl = z.string().transform((text, context) => {
  const read = readServerUrl(text);
  if (read.kind === "origin") return read.origin;
  context.addIssue({ code: "custom", message: read.why });
  return z.NEVER;
});

/** What a file, the environment or a flag can set. */
export const settingSchemas = {
  /** The consumer Worker's origin: the API. */
  url: serverUrl,
  /** The producer Worker's origin: where forms post to. */
  intake_url: serverUrl,
  output: z.enum(outputForms),
};
export type SettingName = keyof typeof settingSchemas;

const values = z.strictObject({
  url: settingSchemas.url.optional(),
  intake_url: settingSchemas.intake_url.optional(),
  output: settingSchemas.output.optional(),
});

export const profileName = z.string().regex(/^[\w.-]{1,60}$/, "should be letters, digits, `.`, `_` or `-`");

/** `./.leadrelay.toml` and the user's `config.toml`. What stands outside `[profiles.…]` holds for every profile. */
export const settingsFileSchema = values.extend({
  profile: profileName.optional(),
  profiles: z.record(profileName, values).optional(),
});
export type SettingsFile = z.output<typeof settingsFileSchema>;
