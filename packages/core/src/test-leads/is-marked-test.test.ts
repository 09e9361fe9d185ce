import { expect, it } from "vitest";
import { isMarkedTest } from "./is-marked-test.ts";

it.each([
  ["a body that says so", '{"email":"a@b.example","__leadrelay_test":"yes"}', true],
  ["one that says no", '{"__leadrelay_test":"no"}', false],
  ["one with another value", '{"__leadrelay_test":true}', false],
  ["one without it", '{"email":"a@b.example"}', false],
  ["a message that speaks of it", String.raw`{"message":"\"__leadrelay_test\":\"yes\""}`, false],
  ["one that has it further in", '{"data":{"__leadrelay_test":"yes"}}', false],
  ["a list", '["__leadrelay_test","yes"]', false],
  ["null", "null", false],
  ["what is no JSON", '{"__leadrelay_test"', false],
])("%s is a marked test: %j %s", (_what, payload, is) => {
  expect(isMarkedTest(payload)).toBe(is);
});
