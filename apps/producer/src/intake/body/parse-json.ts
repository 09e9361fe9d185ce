import { unreadable, type Refusal } from "../../refusal.ts";
import { depthLimit, fieldDataLimitBytes, jsonLimit } from "./body-limits.ts";
import { allMembers } from "./all-members.ts";
import { withExactNumbers } from "./exact-numbers.ts";
import { cleanedJson, inspectJson } from "./inspect-json.ts";
import { mendJson } from "./mend-json.ts";
import { tooMuchData, withinLimits, type ParsedBody } from "./parsed-body.ts";
import { repeatsNames } from "./repeats-names.ts";

/** The one refusal that says that a text is something else, perhaps. */
export const notJson = unreadable("The body is not valid JSON.");

const noObject = unreadable(
  'The JSON must be one object whose members are the fields, such as {"email": "…"}; a list holds one submission.',
);

/**
 * A JSON object; nested values stay as they are in the payload. Also a list of it alone, and a list of fields as jQuery's
 * `serializeArray` makes one: `[{"name": "email", "value": "…"}]`. @param encodedBytes The text's length in UTF-8, or more.
 */
export function parseJson(text: string, encodedBytes: number): ParsedBody | Refusal {
  if (text.length > jsonLimit) return tooMuchData;
  const json = readJson(text);
  if (json === undefined) return notJson;
  const { value } = json;
  if (value === null || typeof value !== "object") return noObject;
  const counts = encodedBytes > fieldDataLimitBytes;
  const kept = inspectJson(value, json.text, counts);
  if (kept.tooDeep) return tooDeep;
  // A number that another value of its name took the place of is not kept, and `repeatsNames` finds it.
  const exact = kept.numbers ? withExactNumbers(json.text) : undefined;
  const repeats = repeatsNames(json.text, kept.members);
  const written = exact ?? json.text;
  const members = repeats && !Array.isArray(value) ? allMembers(written) : undefined;
  const found = members === undefined ? kept : inspectJson(members, json.text, counts);
  if (found.tooDeep) return tooDeep;
  const entries = members ?? fieldsIn(exact === undefined ? value : (JSON.parse(exact) as object));
  if (entries === undefined) return noObject;
  const isAll = exact === undefined && !found.spoilt && !repeats && !Array.isArray(value);
  return withinLimits({
    entries: found.spoilt ? (cleanedJson(entries) as [string, unknown][]) : entries,
    dataBytes: counts ? found.dataBytes : encodedBytes,
    notes: found.wellFormed ? [] : ["broken characters (lone surrogates) were replaced"],
    ...(isAll ? {} : { written: json.text }),
  });
}

const tooDeep = unreadable(`The JSON is nested more than ${depthLimit} levels deep.`);

/** undefined of a list of several objects, or of what are none. */
function fieldsIn(value: object): [string, unknown][] | undefined {
  if (!Array.isArray(value)) return Object.entries(value);
  const pairs = value.flatMap((each: unknown): [string, unknown][] =>
    isPair(each) ? [[each.name, each.value]] : [],
  );
  if (pairs.length > 0 && pairs.length === value.length) return pairs;
  const [only, ...others] = value as unknown[];
  return typeof only === "object" && only !== null && !Array.isArray(only) && others.length === 0
    ? Object.entries(only)
    : undefined;
}

const isPair = (value: unknown): value is { name: string; value: unknown } =>
  typeof value === "object" &&
  value !== null &&
  "value" in value &&
  "name" in value &&
  typeof value.name === "string";

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
