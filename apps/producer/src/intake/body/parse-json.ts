import { unreadable, type Refusal } from "../../refusal.ts";
import { depthLimit, fieldDataLimitBytes, jsonLimit } from "./body-limits.ts";
import { withExactNumbers } from "./exact-numbers.ts";
import { cleanedJson, inspectJson } from "./inspect-json.ts";
import { mendJson } from "./mend-json.ts";
import { tooMuchData, withinLimits, type ParsedBody } from "./parsed-body.ts";
import { repeatsNames } from "./repeats-names.ts";

/** The one refusal that says that a text is something else, perhaps. */
export const notJson = unreadable("The body is not valid JSON.");

/** A JSON object; nested values stay as they are in the payload. @param encodedBytes The text's length in UTF-8, or more. */
export function parseJson(text: string, encodedBytes: number): ParsedBody | Refusal {
  if (text.length > jsonLimit) return tooMuchData;
  const json = readJson(text);
  if (json === undefined) return notJson;
  const { value } = json;
  if (value === null || typeof value !== "object" || Array.isArray(value))
    return unreadable('The JSON must be one object whose members are the fields, such as {"email": "…"}.');
  const counts = encodedBytes > fieldDataLimitBytes;
  const found = inspectJson(value, json.text, counts);
  if (found.tooDeep) return unreadable(`The JSON is nested more than ${depthLimit} levels deep.`);
  // A number that another value of its name took the place of is not kept, and `repeatsNames` finds it.
  const exact = found.numbers ? withExactNumbers(json.text) : undefined;
  const kept = exact === undefined ? value : (JSON.parse(exact) as object);
  const isAll = exact === undefined && !found.spoilt && !repeatsNames(json.text, found.members);
  return withinLimits({
    entries: Object.entries(found.spoilt ? (cleanedJson(kept) as object) : kept),
    dataBytes: counts ? found.dataBytes : encodedBytes,
    notes: found.wellFormed ? [] : ["broken characters (lone surrogates) were replaced"],
    ...(isAll ? {} : { written: json.text }),
  });
}

/** What a text says, and the JSON that says it. */
interface ReadJson {
  value: unknown;
  text: string;
}

function readJson(text: string): ReadJson | undefined {
  const json = readMended(text);
  // Encoded twice, as it happens where a script and its library both do it.
  return typeof json?.value === "string" && json.value.trimStart().startsWith("{")
    ? (readMended(json.value) ?? json)
    : json;
}

function readMended(text: string): ReadJson | undefined {
  const json = read(text);
  if (json !== undefined) return json;
  const mended = mendJson(text);
  return mended === undefined ? undefined : read(mended);
}

/** undefined where the text is not JSON. */
function read(text: string): ReadJson | undefined {
  try {
    return { value: JSON.parse(text) as unknown, text };
  } catch {
    return undefined;
  }
}
