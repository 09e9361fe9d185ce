import { unreadable, type Refusal } from "../../refusal.ts";
import { depthLimit, fieldDataLimitBytes, jsonLimit } from "./body-limits.ts";
import { cleanedJson, inspectJson } from "./inspect-json.ts";
import { mendJson } from "./mend-json.ts";
import { tooMuchData, withinLimits, type ParsedBody } from "./parsed-body.ts";

/** The one refusal that says that a text is something else, perhaps. */
export const notJson = unreadable("The body is not valid JSON.");

/** A JSON object; nested values stay as they are in the payload. @param encodedBytes The text's length in UTF-8, or more. */
export function parseJson(text: string, encodedBytes: number): ParsedBody | Refusal {
  if (text.length > jsonLimit) return tooMuchData;
  const value = readJson(text);
  if (value === undefined) return notJson;
  if (value === null || typeof value !== "object" || Array.isArray(value))
    return unreadable('The JSON must be one object whose members are the fields, such as {"email": "…"}.');
  const counts = encodedBytes > fieldDataLimitBytes;
  const found = inspectJson(value, counts);
  if (found.tooDeep) return unreadable(`The JSON is nested more than ${depthLimit} levels deep.`);
  return withinLimits({
    entries: Object.entries(found.spoilt ? (cleanedJson(value) as object) : value),
    dataBytes: counts ? found.dataBytes : encodedBytes,
    notes: found.wellFormed ? [] : ["broken characters (lone surrogates) were replaced"],
  });
}

function readJson(text: string): unknown {
  const value = readMended(text);
  // Encoded twice, as it happens where a script and its library both do it.
  return typeof value === "string" && value.trimStart().startsWith("{")
    ? (readMended(value) ?? value)
    : value;
}

function readMended(text: string): unknown {
  const value = read(text);
  if (value !== undefined) return value;
  const mended = mendJson(text);
  return mended === undefined ? undefined : read(mended);
}

/** undefined cannot come from JSON, so it says that the text is not JSON. */
function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
