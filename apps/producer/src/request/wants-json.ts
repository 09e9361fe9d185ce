import { isJsonType, parseMediaType } from "./media-type.ts";

const namesJson = /json/i;
/** The values of Sec-Fetch-Mode that `fetch`, `XMLHttpRequest` and beacons have. */
const scripted = new Set(["cors", "no-cors", "same-origin"]);

/** A caller that sends JSON, whose Accept names it, or a page's script; `*` + `/*`, which every client sends, names nothing. */
export function wantsJson(headers: Headers): boolean {
  const contentType = headers.get("content-type") ?? "";
  if (namesJson.test(contentType) && isJsonType(parseMediaType(contentType)?.type ?? "")) return true;
  const accept = headers.get("accept") ?? "";
  if (namesJson.test(accept) && accept.split(",").some(isJsonRange)) return true;
  return isScript(headers);
}

/**
 * Nobody would see the page that a script is sent to, and a redirect to another origin breaks the script. A browser
 * that says what it is at is believed first: Android's WebView sends X-Requested-With, an app's name, when it navigates.
 */
function isScript(headers: Headers): boolean {
  const mode = headers.get("sec-fetch-mode");
  if (mode === "navigate") return false;
  if (mode !== null && scripted.has(mode.toLowerCase())) return true;
  return headers.get("x-requested-with")?.trim().toLowerCase() === "xmlhttprequest";
}

function isJsonRange(range: string): boolean {
  const type = range.split(";", 1)[0]?.trim().toLowerCase();
  return type === "application/json" || type === "application/problem+json";
}
