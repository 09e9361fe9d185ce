import { unreadable, type Refusal } from "../../refusal.ts";
import type { ParsedBody } from "./parsed-body.ts";
import { parseJson } from "./parse-json.ts";
import { parseUrlencoded } from "./parse-urlencoded.ts";

/** A body that does not say what it is: JSON or a query string, as beacons and simple scripts send. */
export function parseText(text: string, encodedBytes: number): ParsedBody | Refusal {
  const trimmed = text.trim();
  if (trimmed.startsWith("{") || trimmed.startsWith("[")) return parseJson(trimmed, encodedBytes);
  if (!trimmed.includes("="))
    return unreadable("The text is neither a JSON object nor a query string such as email=…&name=….");
  return parseUrlencoded(trimmed, encodedBytes);
}
