import { unreadable, type Refusal } from "../../refusal.ts";
import { depthLimit, fieldDataLimitBytes } from "./body-limits.ts";
import { inspectJson, wellFormed } from "./inspect-json.ts";
import { nulRefusal, withinLimits, type ParsedBody } from "./parsed-body.ts";

/** A JSON object; nested values stay as they are in the payload. */
export function parseJson(text: string, encodedBytes: number): ParsedBody | Refusal {
  const value = read(text);
  if (value === undefined) return unreadable("The body is not valid JSON.");
  if (value === null || typeof value !== "object" || Array.isArray(value))
    return unreadable('The JSON must be one object whose members are the fields, such as {"email": "…"}.');
  const found = inspectJson(value);
  if (found.tooDeep) return unreadable(`The JSON is nested more than ${depthLimit} levels deep.`);
  if (found.hasNul) return nulRefusal;
  return withinLimits({
    entries: Object.entries(found.wellFormed ? value : (wellFormed(value) as object)),
    dataBytes: encodedBytes > fieldDataLimitBytes ? found.dataBytes : encodedBytes,
    notes: found.wellFormed ? [] : ["broken characters (lone surrogates) were replaced"],
  });
}

/** undefined cannot come from JSON, so it says that the text is not JSON. */
function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
