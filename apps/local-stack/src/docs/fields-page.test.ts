import { knownFields, type KnownField } from "@leadrelay/contracts/submission-fields";
import { aliasesOf } from "@leadrelay/core/fields/aliases";
import { extractFields } from "@leadrelay/core/fields/extract-fields";
import { compileMapping, noMapping } from "@leadrelay/core/fields/field-mapping";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repositoryRoot } from "../settings/repository-root.ts";
import { fieldsPage } from "./fields-page.ts";

it("docs/fields.md says what the code's own table says (else run `pnpm docs:fields`)", () => {
  expect(readFileSync(join(repositoryRoot, "docs", "fields.md"), "utf8")).toBe(fieldsPage());
});

const rows = new Map(
  fieldsPage()
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, field = "", names = ""]) => [
      field.slice(1, -1),
      [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
    ]),
);

it.each(knownFields)("%s is filled by every name the page has for it, and by no other", (field) => {
  const names = rows.get(field) ?? [];
  expect(names).toEqual(aliasesOf(field));
  expect(names.filter((name) => readAs([[name, "1@x.io"]])[field] === undefined)).toEqual([]);
});

it("between the words of a name may stand what the page says", () => {
  for (const name of ["Phone Number", "phone-number", " PHONE_number ", "Phone Number *", "phone[]"])
    expect(readAs([[name, "9820012345"]])).toEqual({ phone: "9820012345" });
});

it.each([
  ["their name", { "your-email": "email" }, "your-email", "email"],
  ["another name of ours on the right", { tel: "mobile" }, "tel", "phone"],
  ["whatever letter case", { "Your-Email": "email" }, "YOUR-EMAIL", "email"],
  ["the message as a field that is sent", { message: "keyword" }, "message", "keyword"],
] as const)("a mapping goes by %s, as the page says", (_what, mapping, name, field) => {
  const value = field === "phone" ? "9820012345" : "a@x.io";
  expect(readAs([[name, value]], mapping)).toEqual({ [field]: value });
});

const readAs = (
  entries: [string, string][],
  mapping?: Record<string, string>,
): Partial<Record<KnownField, string>> =>
  extractFields(entries, mapping === undefined ? noMapping : compileMapping(mapping)).fields;
