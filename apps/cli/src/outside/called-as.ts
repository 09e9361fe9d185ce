import { basename, delimiter, dirname, relative, resolve } from "node:path";
import { harmless } from "../text/harmless.ts";
import { quoted } from "../text/shell-words.ts";
import type { Environment } from "./outside.ts";

/**
 * How this program was called, as it is to be typed again: what LEADRELAY_CALLED_AS says (`./leadrelay` sets it), what the shell started,
 * else the script that Node runs. What the PATH leads to is its name alone.
 */
export function calledAs({ env, cwd, script }: { env: Environment; cwd: string; script: string }): string {
  const given = env["LEADRELAY_CALLED_AS"] ?? byShell(env);
  if (given !== "" && harmless(given) === given) return typedAgain(given, { env, cwd });
  if (isOnPath(script, env) || script === "") return basename(script) || "leadrelay";
  return `node ${word(shorter(script, cwd))}`;
}

function typedAgain(given: string, { env, cwd }: { env: Environment; cwd: string }): string {
  if (/^pnpm leadrelay$/.test(given)) return given;
  if (isOnPath(resolve(cwd, given), env)) return word(basename(given));
  return word(given.includes("/") ? given : `./${given}`);
}

/** bash and zsh tell what they start by `_`: a link to the package's own start script shows nowhere else. */
const byShell = ({ _: started = "" }: Environment) => (basename(started) === "leadrelay" ? started : "");

const isOnPath = (file: string, env: Environment) =>
  (env["PATH"] ?? "").split(delimiter).some((folder) => folder !== "" && resolve(folder) === dirname(file));

/** From where it was called, unless that leads up more than the whole path does. */
function shorter(file: string, cwd: string): string {
  const near = relative(cwd, file);
  return near.length < file.length ? near : file;
}

const word = (text: string) => (/^[\w./@%+=:,~-]+$/.test(text) ? text : quoted(text));
