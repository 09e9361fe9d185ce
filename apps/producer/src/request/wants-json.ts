import { isJsonType, parseMediaType } from "./media-type.ts";

const namesJson = /json/i;

/** A caller that sends JSON, or whose Accept names it; `*` + `/*`, which every client sends, names nothing. */
export function wantsJson(headers: Headers): boolean {
  const contentType = headers.get("content-type") ?? "";
  if (namesJson.test(contentType) && isJsonType(parseMediaType(contentType)?.type ?? "")) return true;
  const accept = headers.get("accept") ?? "";
  return namesJson.test(accept) && accept.split(",").some(isJsonRange);
}

function isJsonRange(range: string): boolean {
  const type = range.split(";", 1)[0]?.trim().toLowerCase();
  return type === "application/json" || type === "application/problem+json";
}
