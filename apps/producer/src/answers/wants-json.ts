import { isJsonType, parseMediaType } from "../intake/body/media-type.ts";

/** A caller that sends JSON, or whose Accept names it; `*` + `/*` names nothing (design section 4, step 5). */
export function wantsJson(headers: Headers): boolean {
  const contentType = headers.get("content-type");
  if (contentType !== null && isJsonType(parseMediaType(contentType)?.type ?? "")) return true;
  const accept = headers.get("accept");
  if (accept === null || !/json/i.test(accept)) return false;
  return accept.split(",").some((range) => {
    const type = range.split(";", 1)[0]?.trim().toLowerCase();
    return type === "application/json" || type === "application/problem+json";
  });
}
