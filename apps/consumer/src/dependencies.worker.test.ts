import { env } from "cloudflare:test";
import { expect, it } from "vitest";
import { dependenciesOf } from "./dependencies.ts";

it("finds every database by its binding, and nothing else that is bound", () => {
  expect(dependenciesOf(env).leadDatabaseNames).toEqual(["DB"]);
});

it("names a binding that is missing", () => {
  expect(() => dependenciesOf(env).leadDatabase("DB_EU")).toThrow("There is no D1 binding named DB_EU");
});

it("reads settings and bindings once per isolate", () => {
  expect(dependenciesOf(env)).toBe(dependenciesOf(env));
});
