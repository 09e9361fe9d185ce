import type { KnownField } from "@leadrelay/contracts/submission-fields";
import { expect, test } from "vitest";
import { swapReach } from "./swap-reach.ts";

function swapped(email: string[] | undefined, phone: string[] | undefined) {
  const texts = new Map<KnownField, string[]>();
  if (email !== undefined) texts.set("email", email);
  if (phone !== undefined) texts.set("phone", phone);
  swapReach(texts);
  return [texts.get("email"), texts.get("phone")];
}

test.each<[string, email: string[] | undefined, phone: string[] | undefined, ...(string[] | undefined)[]]>([
  ["nothing given stays nothing", undefined, undefined, undefined, undefined],
  ["what stands where it belongs stays", ["a@b.co"], ["98765 43210"], ["a@b.co"], ["98765 43210"]],
  ["a number given for an address goes over", ["98765 43210"], undefined, [], ["98765 43210"]],
  ["an address given for a number goes over", undefined, ["a@b.co"], ["a@b.co"], []],
  ["both mixed up change places", ["98765 43210"], ["a@b.co"], ["a@b.co"], ["98765 43210"]],
  [
    "what goes over stands behind what was there",
    ["9123456780", "a@b.co"],
    ["98765 43210"],
    ["a@b.co"],
    ["98765 43210", "9123456780"],
  ],
  [
    "an address goes behind those that were there",
    ["c@d.co"],
    ["a@b.co", "98765 43210"],
    ["c@d.co", "a@b.co"],
    ["98765 43210"],
  ],
  [
    "what is both is given as both",
    undefined,
    ["a@b.co / 98765 43210"],
    ["a@b.co / 98765 43210"],
    ["a@b.co / 98765 43210"],
  ],
  ["a mailbox without a domain is no number", ["anna2024123"], undefined, ["anna2024123"], undefined],
  ["nor are digits at a host", ["98765@43210"], undefined, ["98765@43210"], undefined],
  ["too few digits are none", ["12"], undefined, ["12"], undefined],
  ["WhatsApp's id is no address", undefined, ["919876543210@c.us"], undefined, ["919876543210@c.us"]],
  ["words with a sign are none", undefined, ["call @ noon"], undefined, ["call @ noon"]],
])("%s", (_what, email, phone, ...expected) => expect(swapped(email, phone)).toEqual(expected));
