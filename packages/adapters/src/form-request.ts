import type { OutgoingRequest } from "./adapter.ts";
import { userAgent } from "./json-request.ts";

/** A POST as a form sends it, in our name. */
export const formRequest = (
  url: string,
  fields: Readonly<Record<string, string>>,
  headers: Record<string, string> = {},
): OutgoingRequest => ({
  url,
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded", "user-agent": userAgent, ...headers },
  body: new URLSearchParams(fields).toString(),
});
