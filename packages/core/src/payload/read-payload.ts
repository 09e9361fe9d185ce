import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { payloadVersion, usualPayload, type StoredPayload } from "./stored-payload.ts";

/**
 * The payload of an event as it was frozen at commit. Events of before `packPayload` have it whole, as JSON with its names.
 * Throws for a text that is neither, such as one of a later version.
 */
export function readPayload(event: StoredPayload): LeadPayload {
  const { payload_json: text } = event;
  if (text.startsWith("{")) return JSON.parse(text) as LeadPayload;
  if (!text.startsWith(`${payloadVersion}[`))
    throw new Error(`This version does not read payloads stored as ${text.slice(0, 2)}…`);
  const [which, ...values] = JSON.parse(text.slice(payloadVersion.length)) as [number, ...unknown[]];
  const payload: Record<string, unknown> = { ...usualPayload(event) };
  let next = 0;
  Object.keys(payload).forEach((name, index) => {
    if (Math.floor(which / 2 ** index) % 2 === 1) payload[name] = values[next++];
    else if (name === "email1") payload["email1"] = payload["email"];
  });
  return payload as unknown as LeadPayload;
}
