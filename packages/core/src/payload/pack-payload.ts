import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { payloadVersion, usualPayload, type PayloadPlace } from "./stored-payload.ts";

/**
 * A payload as an event stores it: the version, then `[which, …values]`, where bit n of `which` says that field n is not the usual one
 * and stands among the values. `readPayload` gives back the same text, byte for byte. It is no JSON as a whole: code of before stops
 * at it and sends nothing, instead of something else.
 */
export function packPayload(payload: LeadPayload, place: PayloadPlace): string {
  const usual = Object.entries({ ...usualPayload(place), email1: payload.email });
  let which = 0;
  const values: unknown[] = [];
  usual.forEach(([name, value], index) => {
    const told = payload[name as keyof LeadPayload];
    if (told === value) return;
    which += 2 ** index;
    values.push(told);
  });
  return `${payloadVersion}${JSON.stringify([which, ...values])}`;
}
