import { readBody } from "../src/intake/body/read-body.ts";
import { utf8 } from "./bytes.ts";

/** Reads a body as if it had been posted: with its length declared, as a rule, or in chunks that do not say it. */
export function readSubmitted(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  how: "declared" | "chunked" = "declared",
) {
  const bytes = typeof body === "string" ? utf8(body) : body;
  const length: Record<string, string> = how === "declared" ? { "content-length": String(bytes.length) } : {};
  return readBody(
    new Request("https://leads.test/", { method: "POST", body: bytes, headers: { ...length, ...headers } }),
  );
}

export const typed = (contentType: string): Record<string, string> => ({ "content-type": contentType });
