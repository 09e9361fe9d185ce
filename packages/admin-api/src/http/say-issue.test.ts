import { z } from "@hono/zod-openapi";
import { expect, it } from "vitest";
import { sayIssue } from "./say-issue.ts";

const limit = z.coerce.number().int().min(1).max(100);

it.each<[string, z.ZodType, unknown, string]>([
  ["a number that is none", limit, "abc", "should be a number"],
  ["a number too small", limit, "0", "should be at least 1"],
  ["a number too big", limit, "101", "should be at most 100"],
  ["a fraction", limit, "1.5", "should be a whole number"],
  ["an empty text", z.string().min(1), "", "should not be empty"],
  ["a short text", z.string().min(3), "a", "should have at least 3 characters"],
  ["a long list", z.array(z.string()).max(1), ["a", "b"], "should have at most 1 items"],
  ["a word that is not known", z.enum(["dead", "held"]), "x", "should be one of dead, held"],
  ["an address that is none", z.email(), "x", "should be an e-mail address"],
  ["what is not there", z.string(), undefined, "is missing"],
  [
    "what we said ourselves",
    z.string().refine(() => false, "should name a client"),
    "x",
    "should name a client",
  ],
])("%s is told in plain words", (_what, schema, given, words) => {
  const { error } = schema.safeParse(given);
  expect(error?.issues.map(sayIssue)).toEqual([words]);
});
