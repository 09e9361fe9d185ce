import { isNoticeType, toldTypes, type ToldType } from "@leadrelay/contracts/event-type";
import { noticeSchema } from "@leadrelay/contracts/notice";
import { expect, it } from "vitest";
import { eventExamples } from "./event-examples.ts";
import { readDoc } from "./read-docs.ts";

const page = readDoc("docs/events.md");

/** The example under a type's own heading. */
function exampleOf(type: ToldType): unknown {
  const [, behind = ""] = page.split(`#### \`${type}\`\n`);
  const [, json = "null"] = /^\s*```json\n([\s\S]*?)```/.exec(behind) ?? [];
  return JSON.parse(json);
}

it.each(toldTypes)("%s is told of in docs/events.md", (type) => expect(page).toContain(`| \`${type}\``));

it.each(toldTypes)("%s has an example there that is one", (type) => {
  const example = exampleOf(type);
  expect(example).toEqual(eventExamples.get(type));
  if (isNoticeType(type)) expect(noticeSchema.parse(example)).toEqual(example);
});
