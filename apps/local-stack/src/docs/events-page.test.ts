import { noticeSchema } from "@leadrelay/contracts/notice";
import { toldTypes } from "@leadrelay/contracts/event-type";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repositoryRoot } from "../settings/repository-root.ts";

const page = readFileSync(join(repositoryRoot, "docs/events.md"), "utf8");

it.each(toldTypes)("%s is told of in docs/events.md", (type) => expect(page).toContain(`| \`${type}\``));

it("the example of an alert is one", () => {
  const [, example = ""] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  expect(noticeSchema.safeParse(JSON.parse(example)).success).toBe(true);
});
