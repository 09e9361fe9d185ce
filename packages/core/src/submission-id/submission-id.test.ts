import * as fc from "fast-check";
import { expect, test } from "vitest";
import { derivedId } from "../ids/derived-id.ts";
import { idempotentSubmissionId, isIdempotencyKey, type IdempotentRequest } from "./submission-id.ts";

const request: IdempotentRequest = {
  formKey: "frm_a",
  accessKeyId: "",
  key: "k1",
  itemIndex: 0,
  entries: [
    ["email", "anna@example.com"],
    ["project", "Villa"],
  ],
};

test("the same request is the same submission, and its id a UUIDv8", () => {
  const id = idempotentSubmissionId(request);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(idempotentSubmissionId(structuredClone(request))).toBe(id);
});

test.each<Partial<IdempotentRequest>>([
  { formKey: "frm_b" },
  { accessKeyId: "key_1" },
  { key: "k2" },
  { itemIndex: 1 },
  { entries: [["email", "otto@example.com"]] },
  { entries: request.entries.toReversed() },
  { written: "" },
  { written: '{"email":"anna@example.com","project":"Villa"}' },
])("another %j is another submission", (change) => {
  expect(idempotentSubmissionId({ ...request, ...change })).not.toBe(idempotentSubmissionId(request));
});

test("no two bodies under one key share an id", () => {
  const entries = fc.array(fc.tuple(fc.string(), fc.jsonValue() as fc.Arbitrary<unknown>));
  fc.assert(
    fc.property(entries, entries, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      const ids = [one, other].map((each) => idempotentSubmissionId({ ...request, entries: each }));
      expect(ids[0] === ids[1]).toBe(same);
    }),
  );
});

test("a key is 1 to 255 visible characters", () => {
  for (const key of ["a", "!", "~".repeat(255), "550e8400-e29b-41d4-a716-446655440000"])
    expect(isIdempotencyKey(key)).toBe(true);
  for (const key of ["", " ", "a b", "a\tb", "é", "x".repeat(256), "\u007f"])
    expect(isIdempotencyKey(key)).toBe(false);
});

test("the id is derived from what makes the request the same, in this order, as every version must", () => {
  const entries = JSON.stringify(request.entries);
  expect(idempotentSubmissionId({ ...request, accessKeyId: "key", itemIndex: 4 })).toBe(
    derivedId("submission", "frm_a", "key", "k1", "4", entries),
  );
});
