import * as z from "zod/mini";
import { WrongSettings } from "./wrong-settings.ts";
import type { SettingField, SettingFields, SettingsOf, ShapeOf } from "./setting-field.ts";
import { urlHint } from "../url-hint.ts";

/** What a kind's fields say of its settings: all that an adapter owes of them. */
export interface DefinedSettings<Settings> {
  /** By name, as API and forms show them. */
  fields: SettingFields;
  /** Settings as an operator may write them, for the documentation; nothing in them is anybody's. */
  exampleSettings: Readonly<Record<string, unknown>>;
  /** All of them, in a sentence for whoever writes them. */
  settingsHelp: string;
  /** Throws `WrongSettings` that names each setting at fault. */
  parseSettings(settings: unknown): Settings;
  /** What may be shown of them: enough to tell them from others, nothing that could be used. */
  showSettings(settings: Settings): Record<string, string | boolean>;
  /** Every address that they name: to be checked before they are kept. */
  addresses(settings: Settings): { setting: string; url: string }[];
  /** Texts of them that nobody is shown, wherever they turn up. */
  secretsOf(settings: Settings): string[];
}

interface Problem {
  setting: string;
  detail: string;
}

/** @param agree what is wrong with settings that are right one by one */
export function defineSettings<Fields extends SettingFields>(
  kind: string,
  fields: Fields,
  agree: (settings: SettingsOf<Fields>) => readonly Problem[] = () => [],
): DefinedSettings<SettingsOf<Fields>> {
  type Settings = SettingsOf<Fields>;
  const named = Object.entries<SettingField>(fields);
  const shape = Object.fromEntries(named.map(([name, { schema }]) => [name, schema])) as ShapeOf<Fields>;
  const schema: z.ZodMiniObject<ShapeOf<Fields>> = z.object(shape, "should be an object");
  const valueOf = (settings: Settings, name: string): unknown => settings[name as keyof Settings];
  return {
    fields,
    exampleSettings: Object.fromEntries(named.map(([name, { example }]) => [name, example])),
    settingsHelp: `${kind}: ${named.map(([name, field]) => `\`${name}\`, ${saidOf(field)}`).join("; ")}.`,
    parseSettings(given) {
      const read = schema.safeParse(given);
      const problems = read.success ? agree(read.data) : read.error.issues.map(toProblem);
      if (!read.success || problems.length > 0) throw new WrongSettings(kind, problems);
      return read.data;
    },
    showSettings: (settings) =>
      Object.fromEntries(named.flatMap(([name, field]) => shownOf(name, field, valueOf(settings, name)))),
    addresses: (settings) =>
      named.flatMap(([setting, { type }]) => {
        const value = valueOf(settings, setting);
        return type === "url" && typeof value === "string" ? [{ setting, url: value }] : [];
      }),
    secretsOf: (settings) =>
      named.flatMap(([name, { isSecret }]) => {
        const value = valueOf(settings, name);
        return isSecret && typeof value === "string" ? [value] : [];
      }),
  };
}

const toProblem = ({ path, message }: { path: PropertyKey[]; message: string }): Problem => ({
  setting: path.join("."),
  detail: message,
});

function saidOf({ help, choices, isOptional, usual }: SettingField): string {
  const oneOf = choices === undefined ? "" : ` (${choices.join(", ")})`;
  const absent = usual === undefined ? ", or null" : `; ${usual} unless set`;
  return `${help}${oneOf}${isOptional ? absent : ""}`;
}

function shownOf(
  name: string,
  { type, isSecret, usual }: SettingField,
  value: unknown,
): [name: string, shown: string | boolean][] {
  if (isSecret && type !== "url") return [[`has_${name}`, Boolean(value)]];
  const shown = value ?? usual;
  if (shown === undefined) return [];
  if (typeof shown === "boolean") return [[name, shown]];
  const text = Array.isArray(shown) ? shown.join(", ") : `${shown as string | number}`;
  return isSecret ? [[`${name}_hint`, urlHint(text)]] : [[name, text]];
}
