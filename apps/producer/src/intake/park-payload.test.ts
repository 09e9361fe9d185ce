import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { messageLimitBytes, serialisedBytes, surelyFits, withoutPayload } from "./park-payload.ts";

const message = (entries: readonly (readonly [string, string])[]): SubmissionMessage => ({
  v: 1,
  type: "submission",
  submission_id: "01989b2c-0000-7000-8000-000000000000",
  received_at: 1,
  form_key: "f".repeat(64),
  form: null,
  channel: "browser",
  is_bot: false,
  fields: Object.fromEntries(entries),
  payload: Object.fromEntries(entries),
  notes: [],
  context: {
    ip: null,
    country: null,
    city: null,
    region: null,
    timezone: null,
    asn: null,
    user_agent: '"'.repeat(1_000),
    referrer: '"'.repeat(2_000),
  },
});

const dataBytesOf = (entries: readonly (readonly [string, string])[]) =>
  new TextEncoder().encode(entries.flat().join("")).length;

test("what surely fits does fit, whatever the characters", () => {
  const text = fc.string({ unit: fc.constantFrom("\u0001", "\\", "é", "😀", "x"), maxLength: 300 });
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(text, text), { selector: ([name]) => name }), (entries) => {
      fc.pre(surelyFits(dataBytesOf(entries)));
      expect(serialisedBytes(message(entries))).toBeLessThanOrEqual(messageLimitBytes);
    }),
  );
});

test("the usual submission is not measured", () => {
  expect(surelyFits(2_000)).toBe(true);
  expect(surelyFits(20_000)).toBe(false);
});

test("a parked message keeps its known fields", () => {
  const big = message([
    ["email", "anna@example.com"],
    ["message", "x".repeat(60_000)],
  ]);
  expect(withoutPayload(big)).toEqual({ ...big, payload: null });
});

test("even fields that grow sixfold leave a message the queue takes", () => {
  const entries = [
    ["email", "anna@example.com"] as const,
    ...Array.from({ length: 190 }, (_, index) => [`utm_${index}`, "\u0001".repeat(340)] as const),
    ["message", "\u0001".repeat(600)] as const,
  ];
  const parked = withoutPayload(message(entries));
  expect(serialisedBytes(parked)).toBeLessThanOrEqual(messageLimitBytes);
  expect(parked.fields.email).toBe("anna@example.com");
  expect(parked.notes).toHaveLength(1);
});
