import { longestPassword, shortestPassword } from "@leadrelay/contracts/password-length";
import { expect, test } from "vitest";
import { judgePassword } from "./password-rule.ts";

test("twelve characters of any kind are a password, eleven are not", () => {
  expect(judgePassword("a".repeat(shortestPassword))).toEqual({ kind: "ok" });
  expect(judgePassword("Tr0ub4dor&3")).toMatchObject({ kind: "refused" });
});

test("a book is no password", () => {
  expect(judgePassword("a".repeat(longestPassword))).toEqual({ kind: "ok" });
  expect(judgePassword("a".repeat(longestPassword + 1))).toMatchObject({ kind: "refused" });
});
