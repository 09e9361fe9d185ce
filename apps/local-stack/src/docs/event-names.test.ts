import { toldTypes } from "@leadrelay/contracts/event-type";
import { logEvents } from "@leadrelay/contracts/log-events";
import { expect, it } from "vitest";
import { docPages, readDoc } from "./read-docs.ts";

const known = new Set<string>([...Object.keys(logEvents), ...toldTypes]);
const families = [...new Set([...known].map((name) => name.split(".")[0]))].join("|");

it.each(docPages())("%s names only events that exist", (page) => {
  const named = [...readDoc(page).matchAll(new RegExp(`\`((?:${families})\\.[a-z0-9_]+)\``, "g"))].map(
    ([, name = ""]) => name,
  );
  expect(named.filter((name) => !known.has(name) && !/\.(ts|md|sql)$/.test(name))).toEqual([]);
});

it("docs/deploy.md says of every event whether to be woken by it", () => {
  const page = readDoc("docs/deploy.md");
  expect(Object.keys(logEvents).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
