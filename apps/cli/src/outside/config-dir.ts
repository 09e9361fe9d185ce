import envPaths from "env-paths";
import { resolve } from "node:path";
import type { Environment } from "./outside.ts";

/** `LEADRELAY_CONFIG_DIR`, else where this platform keeps a person's settings (XDG on Linux). */
export function configDir(env: Environment): string {
  const given = env["LEADRELAY_CONFIG_DIR"];
  return given === undefined || given === "" ? envPaths("leadrelay", { suffix: "" }).config : resolve(given);
}
