import { describe, expect, it } from "vitest";
import { isTestContent } from "./is-test-content.ts";

describe("a test lead by content", () => {
  it.each([
    { name: "QA Test" },
    { email: "Anna@TEST.example" },
    { project: "test tower" },
    { location: "Testville" },
  ])("%o holds a test string", (fields) => expect(isTestContent(fields, ["other", " Test "])).toBe(true));

  it("is not told from other fields", () => {
    expect(isTestContent({ name: "Anna", message: "test", page_url: "https://test.example" }, ["test"])).toBe(
      false,
    );
  });

  it.each([[[]], [[""]], [["  "]]])("is nobody's with %o", (strings) => {
    expect(isTestContent({ name: "Anna" }, strings)).toBe(false);
  });
});
