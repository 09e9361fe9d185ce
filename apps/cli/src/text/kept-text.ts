import { ourWords } from "@leadrelay/contracts/our-words";

/** Stands behind a name of ours that is no command; a noncharacter (Unicode 23.7), which nobody types. */
const keep = "\ufdd0";

/** Our own command lines in a text: `leadrelay` before a command, an option or its usage, and nowhere else. */
export const ourCommand = /(?<![\w./@-])leadrelay(?= (?:[a-z]|--|<|\[))/g;

/** What the API says itself; its commands are typed as this program was called. `name`: of what people made here, by which it is found. */
const isOurs: ReadonlySet<string> = new Set([
  ...ourWords,
  "command",
  "why",
  "note",
  "reason",
  "message",
  "title",
  "name",
]);

/** What visitors posted, whatever its fields are called. */
const isPosted = new Set(["payload", "attribution", "fields"]);

/** An answer of which only the API's own words are written anew as commands: a visitor's text is shown as it is. */
export function keptValue(value: unknown, key = "", posted = false): unknown {
  if (typeof value === "string")
    return isOurs.has(key) && !posted ? value : value.replaceAll(ourCommand, (name) => name + keep);
  if (Array.isArray(value)) return value.map((one) => keptValue(one, key, posted));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [
      posted ? name.replaceAll(ourCommand, (ours) => ours + keep) : name,
      keptValue(inside, name, posted || isPosted.has(name)),
    ]),
  );
}

/** The text as it is shown. */
export const shownText = (text: string): string => text.replaceAll(keep, "");
