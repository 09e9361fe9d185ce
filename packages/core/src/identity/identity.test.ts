import { expect, it } from "vitest";
import { isContact, type IdentityKind } from "./identity.ts";

it.each<[kind: IdentityKind, is: boolean]>([
  ["email", true],
  ["phone", true],
  ["visitor_id", false],
  ["ip", false],
])("somebody can be reached by their %s: %s", (kind, is) => {
  expect(isContact({ client_id: "c", is_test: false, kind, value: "v", project_key: "" })).toBe(is);
});
