import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { readStdin } from "../../prompts/read-stdin.ts";
import type { DestinationKind } from "./read-kinds.ts";

/** What settings are of: what its kind says of each, and the noun by which people are told of it. */
type SettingsOf = Pick<DestinationKind, "settings"> & { kind: string; of?: "destination" | "source" };

type Setting = DestinationKind["settings"][number];
type Settings = Readonly<Record<string, unknown>>;

export interface GivenSettings {
  /** By name, as typed. */
  set: Readonly<Record<string, string>>;
  /** Whether more is piped in: settings as JSON, or the one that has to be there. */
  stdin?: true | undefined;
  /** Names of those to be asked for unseen; undefined: all that have to be there and are not given. */
  ask?: readonly string[] | undefined;
}

/**
 * Settings of a destination by what its kind says of each: typed by `--set` where they are no secret, piped in, or asked for at the terminal.
 * What is wrong with a value the API says.
 */
export async function kindSettings(
  cli: Cli,
  { kind, settings, of = "destination" }: SettingsOf,
  { set, stdin, ask }: GivenSettings,
): Promise<Settings> {
  const called = { kind, of };
  const typed = Object.fromEntries(
    Object.entries(set).map(([name, text]) => [name, readTyped(cli, named(settings, name, called), text)]),
  );
  const piped = stdin === true ? await readPiped(cli, settings) : {};
  const given: Settings = { ...piped, ...typed };
  const wanted =
    ask === undefined
      ? stdin === true
        ? []
        : required(settings)
      : ask.map((name) => named(settings, name, called));
  const asked: Record<string, unknown> = {};
  for (const setting of wanted)
    if (!(setting.name in given)) asked[setting.name] = await askOne(cli, setting);
  return { ...given, ...asked };
}

const required = (settings: readonly Setting[]) => settings.filter(({ is_optional }) => !is_optional);

function named(
  settings: readonly Setting[],
  name: string,
  { kind, of }: Required<Pick<SettingsOf, "kind" | "of">>,
): Setting {
  const found = settings.find((one) => one.name === name);
  if (found !== undefined) return found;
  const known = settings.map((one) => one.name).join(", ");
  throw usageFailure(
    `A ${kind} ${of} has no setting "${name}".`,
    `it has ${known || "none"}: leadrelay ${of} kinds ${kind}`,
  );
}

/** A secret on a command line stays in the shell's history, and whoever lists processes sees it; the name of a file that holds it does not. */
function readTyped(cli: Cli, setting: Setting, text: string): unknown {
  const { name, is_secret, is_optional } = setting;
  if (is_secret && text.startsWith("@")) return readFile(cli, name, text.slice(1));
  if (is_secret)
    throw usageFailure(
      `${name} is a secret, and does not belong on a command line.`,
      `leave it out to be asked for it, name a file that holds it (--set ${name}=@file), or pipe settings as JSON in with --stdin < file.`,
    );
  // Where `none` is a choice of its own it is that one: of a signature it is not the same as what is usual.
  const isNoValue = is_optional && text === "none" && setting.choices?.includes(text) !== true;
  return isNoValue ? null : readValue(setting, text);
}

function readValue({ type, name }: Setting, text: string): unknown {
  switch (type) {
    case "number": {
      const value = Number(text);
      if (text.trim() === "" || !Number.isFinite(value)) throw usageFailure(`${name} should be a number.`);
      return value;
    }
    case "switch":
      if (text !== "on" && text !== "off") throw usageFailure(`${name} should be on or off.`);
      return text === "on";
    case "list":
      return text.split(",").map((part) => part.trim());
    case "text":
    case "url":
    case "choice":
      return text;
  }
}

async function readPiped({ outside }: Cli, settings: readonly Setting[]): Promise<Settings> {
  const [only, ...others] = required(settings);
  const expected =
    others.length === 0 && only !== undefined ? `${only.name}, or settings as JSON,` : "settings as JSON";
  const given = await readStdin(outside.stdin, expected);
  if (given.trimStart().startsWith("{")) return readJson(given);
  if (only === undefined || others.length > 0)
    throw usageFailure(
      `What was piped in is no JSON: ${required(settings)
        .map(({ name }) => name)
        .join(", ")} are expected as an object.`,
    );
  return { [only.name]: readValue(only, given.trim()) };
}

function readJson(text: string): Settings {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === "object" && read !== null) return Object.fromEntries(Object.entries(read));
  } catch {
    // Said below, without what may be secret.
  }
  throw usageFailure("What was given begins like JSON and is none.");
}

function readFile({ outside }: Cli, name: string, path: string): string {
  try {
    return readFileSync(resolve(outside.cwd, path), "utf8").trim();
  } catch {
    throw usageFailure(
      `The file for ${name} cannot be read: ${path}`,
      "give the path of one that is there, from here.",
    );
  }
}

/** What is a file, as a service account's key, ends a prompt at its first line when it is pasted: its path is asked for. */
const isFile = ({ example }: Setting) => typeof example === "string" && example.trimStart().startsWith("{");

async function askOne(cli: Cli, setting: Setting): Promise<unknown> {
  const { ask } = cli;
  if (isFile(setting)) {
    const question = { message: `${setting.label}: path of the file`, flag: `--set ${setting.name}=@file` };
    return readFile(cli, setting.name, (await ask.text(question)).trim());
  }
  const { label, choices, is_secret, type } = setting;
  const flag = is_secret ? "--stdin" : `--set ${setting.name}=…`;
  const message = choices === null ? label : `${label} (${choices.join(", ")})`;
  if (is_secret) return (await ask.secret({ message, flag })).trim();
  const initial = type === "switch" ? { initial: "on" } : {};
  return readValue(setting, await ask.text({ message, flag, ...initial }));
}
