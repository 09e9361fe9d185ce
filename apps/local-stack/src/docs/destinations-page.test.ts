import { columns } from "@leadrelay/adapters/google_sheets/lead-row";
import { expect, it } from "vitest";
import { readDoc } from "./read-docs.ts";

it("docs/destinations.md has the header row of a Google sheet to copy", () => {
  expect(readDoc("docs/destinations.md")).toContain(`| ${columns.join(" | ")} |`);
});
