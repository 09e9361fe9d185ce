import { quoted } from "../../text/shell-words.ts";

/** Settings as they were typed, to be typed again. */
export const setFlags = (set: Readonly<Record<string, string>>): string =>
  Object.entries(set)
    .map(([name, value]) => `--set ${asWord(`${name}=${value}`)}`)
    .join(" ");

const asWord = (text: string) => (/^[\w.,=-]+$/.test(text) ? text : quoted(text));
