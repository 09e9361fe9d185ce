import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorPattern, fingerprintOf } from "./fingerprint.ts";

describe("errors that say the same have one fingerprint", () => {
  it.each([
    ["HTTP 400: lead 4711 is unknown", "HTTP 400: lead 12 is unknown"],
    ["no answer within 10000 ms", "no answer within 2500 ms"],
    ["HTTP 422: anna@example.com bounced", "HTTP 422: bob.r+x@mail.example bounced"],
    [`HTTP 409: ${crypto.randomUUID()} exists`, `HTTP 409: ${crypto.randomUUID()} exists`],
    ["trace 9f86d081884c7d65", "trace 2C26B46B68FFC68F"],
    ['HTTP 400: no field "anna rao" here', 'HTTP 400: no field "bob" here'],
    ["HTTP 400: user 'Anna Rao' is gone", "HTTP 400: user 'Bob' is gone"],
    ["HTTP 400: «Anna» is gone", "HTTP 400: “Bob” is gone"],
    ["HTTP 500:  Internal\nError ", "HTTP 500: internal error"],
    ['HTTP 400: {"error":"Quota","at":17}', 'HTTP 400: {"error":"Quota","at":18}'],
    ["HTTP 500: at 12:30:01", "HTTP 500: at 9:05:59"],
  ])("%j and %j", (one, other) => {
    expect(errorPattern(one)).toBe(errorPattern(other));
    expect(fingerprintOf(one)).toBe(fingerprintOf(other));
  });
});

describe("errors that say something else have another", () => {
  it.each([
    ["HTTP 400: Queue is full", "HTTP 400: Bad structure"],
    ['HTTP 400: {"error":"Invalid token"}', 'HTTP 400: {"error":"Quota exceeded"}'],
    ['HTTP 400: {"errors": ["Invalid token"]}', 'HTTP 400: {"errors": ["Quota exceeded"]}'],
    ["it didn't open, it wasn't there", "it didn't answer, it wasn't there"],
    ["deadbeat feedback", "deadbeat facade"],
    [null, "network: reset"],
  ])("%j and %j", (one, other) => {
    expect(fingerprintOf(one)).not.toBe(fingerprintOf(other));
  });
});

it("only the start of a long error is compared", () => {
  const start = "word ".repeat(40);
  expect(fingerprintOf(`${start}a`)).toBe(fingerprintOf(`${start}b`));
});

it("a fingerprint is 16 hex digits, and keeps no number", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (error) => {
      expect(fingerprintOf(error)).toMatch(/^[\da-f]{16}$/);
      expect(errorPattern(error)).not.toMatch(/\d/);
    }),
  );
});
