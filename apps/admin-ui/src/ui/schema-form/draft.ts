/** One setting as the API describes it to a form. */
export interface Setting {
  name: string;
  type: "text" | "url" | "number" | "switch" | "choice" | "list";
  label: string;
  help: string;
  example?: unknown;
  choices: string[] | null;
  is_secret: boolean;
  is_optional: boolean;
  usual: string | number | boolean | null;
}

/** What stands in a form, by the settings' names: a text as it was typed, or a switch. A list is a text, an entry a line. */
export type Draft = Readonly<Record<string, string | boolean>>;

/** What is there already, as the API shows it: `has_…` and `…_hint` of what nobody sees. */
export type Shown = Readonly<Record<string, string | boolean>> | null;

const listOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** How a form begins. @param shown of what there is already; null: nothing is */
export function draftOf(settings: readonly Setting[], shown: Shown): Draft {
  return Object.fromEntries(settings.map((setting) => [setting.name, begin(setting, shown?.[setting.name])]));
}

function begin({ type, usual, is_secret }: Setting, shown: string | boolean | undefined): string | boolean {
  if (type === "switch") return shown === undefined ? usual === true : shown === true;
  if (is_secret || shown === undefined) return shown === undefined && usual !== null ? String(usual) : "";
  return type === "list" ? String(shown).split(", ").join("\n") : String(shown);
}

/** What is known of a secret that is there: the hint of an address, "" of another; undefined where there is none. */
export function lockedHint({ name, is_secret }: Setting, shown: Shown): string | undefined {
  if (!is_secret || shown === null) return undefined;
  const hint = shown[`${name}_hint`];
  if (typeof hint === "string" && hint !== "") return hint;
  return shown[`has_${name}`] === true ? "" : undefined;
}

/** A draft as the API takes it; what stands there as before is left out, what was emptied is null. */
export function settingsOf(
  settings: readonly Setting[],
  draft: Draft,
  before: Draft,
): Record<string, string | number | boolean | string[] | null> {
  return Object.fromEntries(
    settings.flatMap((setting) => {
      const value = draft[setting.name];
      return value === undefined || value === before[setting.name]
        ? []
        : [[setting.name, valueOf(setting, value)]];
    }),
  );
}

function valueOf({ type }: Setting, value: string | boolean): string | number | boolean | string[] | null {
  if (typeof value === "boolean") return value;
  const text = value.trim();
  if (text === "") return null;
  if (type === "list") return listOf(text);
  // What is no number is refused in words by the API.
  if (type === "number") return Number.isNaN(Number(text)) ? text : Number(text);
  return text;
}
