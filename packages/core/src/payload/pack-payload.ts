import type { LeadAttribution } from "@leadrelay/contracts/attribution";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { packAttribution } from "../attribution/pack-attribution.ts";
import {
  attributedVersion,
  besideOf,
  payloadVersion,
  usualPayload,
  type PayloadPlace,
} from "./stored-payload.ts";

/**
 * A payload as an event stores it: the version, then `[which, …values]`, where bit n of `which` says that field n is not the usual one
 * and stands among the values; with how the person came, `[[which, …values], latest, first]`. `readPayload` gives back the same text,
 * byte for byte. It is no JSON as a whole: code of before stops at it and sends nothing, instead of something else.
 */
export function packPayload(
  payload: LeadPayload,
  place: PayloadPlace,
  attribution: LeadAttribution = { first: null, latest: null },
): string {
  const usual = Object.entries({ ...usualPayload(place), email1: payload.email });
  let which = 0;
  const values: unknown[] = [];
  usual.forEach(([name, value], index) => {
    const told = payload[name as keyof LeadPayload];
    if (told === value) return;
    which += 2 ** index;
    values.push(told);
  });
  const packed = JSON.stringify([which, ...values]);
  const came = packCame(attribution, payload);
  return came === null ? `${payloadVersion}${packed}` : `${attributedVersion}[${[packed, ...came].join()}]`;
}

/** How the person came, without what follows from the rest; null where it was not kept. */
function packCame({ first, latest }: LeadAttribution, payload: LeadPayload): string[] | null {
  if (latest === null) return null;
  const beside = besideOf(payload);
  const ours = packAttribution(latest, beside);
  const theirs = first === null ? "null" : packAttribution(first, beside);
  if (theirs !== ours) return [ours, theirs];
  return ours === "[]" ? [] : [ours];
}
