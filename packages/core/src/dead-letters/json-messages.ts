import { echoing, saying } from "./said-names.ts";

/** Where in the text a value stands. */
interface Place {
  /** Its own name; an array's items have the array's. null outside of any object. */
  name: string | null;
  /** Within something about errors: the names in there are told, as they say which field is wrong. */
  isErrors: boolean;
}

/**
 * What JSON within a text says is wrong, without the data that it gives back: of a lead's own values there is one cause for each lead.
 * It may be cut off at any place, and need not be quite JSON.
 * @param start where it begins: a brace or bracket
 * @param say what a message says
 */
export function jsonMessages(
  text: string,
  start: number,
  say: (message: string) => string,
): { said: string; end: number } {
  let at = start;
  let isLeftOut = false;
  const said = readValue({ name: null, isErrors: false }, true) ?? "";
  return { said: said === "" ? "{}" : said, end: at };

  /** undefined: nothing is to be told of it. */
  function readValue(place: Place, isTold: boolean): string | undefined {
    skip(/[\s,:]*/y);
    if (text[at] === "{") return readMembers(place, isTold);
    if (text[at] === "[") return readItems(place, isTold);
    const isString = text[at] === '"';
    const { value, isWhole } = isString
      ? readString()
      : { value: skip(/[^\s,\]}]*/y), isWhole: at < text.length };
    // Where it is cut off depends on how long that was which is left out.
    const isSaid = isTold && (place.name === null || saying.has(place.name)) && (isWhole || !isLeftOut);
    isLeftOut ||= !isSaid;
    return isSaid ? say(value) : undefined;
  }

  function readMembers(place: Place, isTold: boolean): string | undefined {
    const told: string[] = [];
    for (at += 1; at < text.length;) {
      skip(/[^"}]*/y);
      if (text[at] !== '"') break;
      const { value: key, isWhole } = readString();
      if (!isWhole) break;
      const name = key.replaceAll(/[^a-z]/g, "");
      const isErrors = place.isErrors || name.includes("error");
      const value = readValue({ name, isErrors }, isTold && !echoing.has(name));
      if (value !== undefined) told.push(`${say(key)}:${value}`);
      else if (place.isErrors && isTold) told.push(say(key));
    }
    at += 1;
    return told.length === 0 ? undefined : `{${told.join(",")}}`;
  }

  function readItems(place: Place, isTold: boolean): string | undefined {
    const told: string[] = [];
    for (at += 1; at < text.length;) {
      skip(/[\s,:}]*/y);
      if (at >= text.length || text[at] === "]") break;
      const value = readValue(place, isTold);
      if (value !== undefined) told.push(value);
    }
    at += 1;
    return told.length === 0 ? undefined : `[${told.join(",")}]`;
  }

  function readString(): { value: string; isWhole: boolean } {
    const raw = skip(/"(?:[^"\\]|\\.)*/sy).slice(1);
    const isWhole = text[at] === '"';
    at += 1;
    return { value: unescaped(raw), isWhole };
  }

  function skip(pattern: RegExp): string {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? "";
    at += found.length;
    return found;
  }
}

function unescaped(raw: string): string {
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return raw;
  }
}
