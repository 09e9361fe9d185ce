import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "smol-toml";
import type { Outside } from "../outside/outside.ts";
import { readTomlFile } from "./read-toml-file.ts";
import { refuseSecrets } from "./refuse-secrets.ts";
import { settingsFileSchema, type SettingsFile } from "./settings-file.ts";

const projectFile = ({ cwd }: Pick<Outside, "cwd">) => join(cwd, ".leadrelay.toml");
const userFile = ({ configDir }: Pick<Outside, "configDir">) => join(configDir, "config.toml");

const read = (path: string): SettingsFile | undefined =>
  readTomlFile(path, settingsFileSchema, (table) => refuseSecrets(path, table));

/** Both files; a missing one is undefined. */
export const readSettingsFiles = (outside: Pick<Outside, "cwd" | "configDir">) => ({
  project: read(projectFile(outside)),
  user: read(userFile(outside)),
});

/** Remembers values for a profile in the user's file, whose comments this does not keep. Returns the file's path. */
export function rememberForProfile(
  outside: Pick<Outside, "configDir">,
  profile: string,
  values: { url: string; intake_url?: string },
): string {
  const path = userFile(outside);
  const file = read(path) ?? {};
  const { intake_url, ...before } = file.profiles?.[profile] ?? {};
  // Another installation has its forms elsewhere.
  const kept = values.url === before.url && intake_url !== undefined ? { ...before, intake_url } : before;
  const profiles = { ...file.profiles, [profile]: { ...kept, ...values } };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, `${stringify({ ...file, profiles })}\n`);
  return path;
}
