import { readBody } from "../src/intake/body/read-body.ts";
import { utf8 } from "./bytes.ts";

/** A browser names its origin and, as scripts do, says how long the body is; one in chunks does not. */
export const waysToPost = ["browser", "script", "chunked"] as const;
type WayToPost = (typeof waysToPost)[number];

/** Reads a body as if it had been posted. */
export function readSubmitted(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  way: WayToPost = "browser",
) {
  const bytes = typeof body === "string" ? utf8(body) : body;
  const length: Record<string, string> = way === "chunked" ? {} : { "content-length": String(bytes.length) };
  const init = { method: "POST", body: bytes, headers: { ...length, ...headers } };
  const origin = way === "browser" ? "https://shop.example" : null;
  return readBody(new Request("https://leads.test/", init), origin);
}

export const typed = (contentType: string): Record<string, string> => ({ "content-type": contentType });
