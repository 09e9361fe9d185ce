/** One variable or secret of a Worker: how to read it and what the settings table says of it. */
export interface Setting<Value> {
  read: (text: string | undefined) => Value;
  /** As the settings table shows it; `required` where there is none. */
  default: string;
  range: string;
  /** undefined: it stands with `sharedMeanings`, which the producer does not carry. */
  meaning: string | undefined;
}

type Values<Settings extends Record<string, Setting<unknown>>> = {
  [Name in keyof Settings]: Settings[Name] extends Setting<infer Value> ? Value : never;
};

/** A Worker with a wrong setting refuses to work and names it. */
export class InvalidSettings extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`LeadRelay cannot start: ${problems.join("; ")}`);
    this.name = "InvalidSettings";
    this.problems = problems;
  }
}

/** Reads every setting, or throws `InvalidSettings` naming each variable that is wrong and what it should be. */
export function readSettings<Settings extends Record<string, Setting<unknown>>>(
  settings: Settings,
  env: Readonly<Record<string, unknown>>,
): Values<Settings> {
  const problems: string[] = [];
  const entries = Object.entries(settings).map(([name, setting]) => {
    const given = env[name];
    try {
      return [name, setting.read(textOf(given))];
    } catch (error) {
      const wrong = given === undefined ? "is missing" : "is wrong";
      const detail = error instanceof SettingError ? ` (${error.message})` : "";
      problems.push(`${name} ${wrong}${detail}: it should be ${setting.range}`);
      return [name, undefined];
    }
  });
  if (problems.length > 0) throw new InvalidSettings(problems);
  return Object.fromEntries(entries) as Values<Settings>;
}

/** Wrangler vars may be booleans or numbers; a blank one counts as absent. */
function textOf(given: unknown): string | undefined {
  if (given === undefined || given === "") return undefined;
  return typeof given === "string" ? given : JSON.stringify(given);
}

/** Thrown by a setting's reader to say what is wrong; its message must not hold the value of a secret. */
export class SettingError extends Error {}

/** A setting that is one of a few words; without `fallback` it is required. */
export const choiceSetting = <const Choice extends string>(
  choices: readonly [Choice, ...Choice[]],
  meaning: string | undefined,
  fallback?: Choice,
): Setting<Choice> => ({
  read: (text) => {
    const wanted = text ?? fallback;
    const found = choices.find((choice) => choice === wanted);
    if (found === undefined) throw new SettingError(`got "${wanted ?? ""}"`);
    return found;
  },
  default: fallback ?? "required",
  range: choices.map((choice) => `\`${choice}\``).join(" or "),
  meaning,
});

/** `true` or `false`. */
export const flagSetting = (meaning: string, fallback: boolean): Setting<boolean> => ({
  read: (text) => {
    const wanted = text ?? String(fallback);
    if (wanted !== "true" && wanted !== "false") throw new SettingError(`got "${wanted}"`);
    return wanted === "true";
  },
  default: String(fallback),
  range: "`true` or `false`",
  meaning,
});

/** A number within bounds, whole unless said otherwise. */
export const numberSetting = (
  meaning: string | undefined,
  { fallback, min, max, whole = true }: { fallback: number; min: number; max: number; whole?: boolean },
): Setting<number> => ({
  read: (text) => {
    const value = text === undefined ? fallback : Number(text.trim() === "" ? Number.NaN : text);
    if (!(value >= min && value <= max) || (whole && !Number.isInteger(value)))
      throw new SettingError(`got "${text ?? ""}"`);
    return value;
  },
  default: String(fallback),
  range: `${whole ? "a whole number" : "a number"} from ${min} to ${max}`,
  meaning,
});

/** An http(s) address, its origin or all of it; null where none is given, which the table calls `absent`. */
export const httpUrlSetting = (
  meaning: string,
  { kept, absent }: { kept: "origin" | "href"; absent: string },
): Setting<string | null> => ({
  read: (text) => {
    if (text === undefined) return null;
    const url = URL.parse(text);
    if (url === null || !/^https?:$/.test(url.protocol)) throw new SettingError(`got "${text}"`);
    return url[kept];
  },
  default: absent,
  range: "an http(s) URL",
  meaning,
});
