import type * as z from "zod/mini";

/** How a form asks for a setting, and a command line reads one. */
export const settingTypes = ["text", "url", "number", "switch", "choice", "list"] as const;
type SettingType = (typeof settingTypes)[number];

/** One setting of a destination kind: what API, command line and forms say of it, and what its value must be. */
export interface SettingField<Schema extends z.ZodMiniType = z.ZodMiniType> {
  type: SettingType;
  /** As a form would print it beside the field. */
  label: string;
  /** Where it is found and what it does, in a sentence without its name. */
  help: string;
  /** A value that is accepted and nobody's. */
  example: unknown;
  /** Of a `choice`: all there are. */
  choices?: readonly string[];
  /** Shown to nobody again; of a URL that is one, only what it is recognised by. */
  isSecret: boolean;
  isOptional: boolean;
  /** What counts where it is absent, if anything does. */
  usual?: string | number | boolean;
  schema: Schema;
}

/** Settings by name, in the order in which somebody is asked for them. */
export type SettingFields = Readonly<Record<string, SettingField>>;

/** What `fields` let through. */
export type SettingsOf<Fields extends SettingFields> = z.output<z.ZodMiniObject<ShapeOf<Fields>>>;

/** Their schemas alone, by name. */
export type ShapeOf<Fields extends SettingFields> = {
  -readonly [Name in keyof Fields]: Fields[Name]["schema"];
};
