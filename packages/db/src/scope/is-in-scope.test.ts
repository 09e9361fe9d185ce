import { expect, it } from "vitest";
import { pipelineScope, type OperatorScope } from "../scope.ts";
import { isInScope } from "./is-in-scope.ts";

const scopeOf = (ids: readonly string[], isInstallation: boolean): OperatorScope => ({
  kind: "operator",
  clients: ids.map((id) => ({ id, database: "DB", masked: false })),
  agencyIds: [],
  isInstallation,
});

it.each([
  ["a client of one's own is within the scope", scopeOf(["a", "b"], false), "b", true],
  ["another's client is not", scopeOf(["a", "b"], false), "c", false],
  [
    "nor is it for the installation's owners, who have clients of their own too",
    scopeOf(["a"], true),
    "c",
    false,
  ],
  ["what has no client is the installation's owners'", scopeOf([], true), null, true],
  ["and nobody else's", scopeOf(["a"], false), null, false],
  ["the pipeline has every client", pipelineScope, "c", true],
  ["and what has none", pipelineScope, null, true],
] as const)("%s", (_what, scope, clientId, expected) => {
  expect(isInScope(scope, clientId)).toBe(expected);
});

it("two scopes of one request are told apart", () => {
  const wide = scopeOf(["a", "b"], false);
  const narrow = { ...wide, clients: wide.clients.slice(0, 1) };
  expect([isInScope(wide, "b"), isInScope(narrow, "b")]).toEqual([true, false]);
});
