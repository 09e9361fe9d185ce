import type { EventType } from "@leadrelay/contracts/event-type";
import { expect, it } from "vitest";
import { takesDirectly, toldAtOnce } from "./takes-directly.ts";

const [created, reengaged, updated]: EventType[] = ["lead.created", "lead.reengaged", "lead.updated"];

it.each<[events: EventType[] | undefined, told: EventType[]]>([
  [undefined, ["lead.created", "lead.reengaged"]],
  [["lead.created", "lead.updated"], ["lead.created"]],
  [["lead.reengaged"], ["lead.reengaged"]],
  [["lead.updated"], []],
  [[], []],
])("of a destination that takes %o, %o is told while D1 is away", (events, told) => {
  expect(toldAtOnce(events)).toEqual(told);
});

it.each<[judged: EventType | undefined, events: EventType[] | undefined, takes: boolean]>([
  [created, ["lead.created"], true],
  [created, ["lead.reengaged", "lead.updated"], false],
  [reengaged, ["lead.reengaged"], true],
  [reengaged, ["lead.created", "lead.updated"], false],
  // Somebody new at a shared address.
  [updated, ["lead.created"], true],
  [updated, ["lead.updated"], true],
  [updated, ["lead.reengaged"], false],
  [undefined, ["lead.created"], true],
  [undefined, ["lead.reengaged"], true],
  [undefined, ["lead.updated"], false],
  [undefined, [], false],
  [created, undefined, true],
  [reengaged, undefined, true],
  [undefined, undefined, true],
])("what was judged %s goes to one that takes %o: %o", (judged, events, takes) => {
  expect(takesDirectly(events, judged)).toBe(takes);
});
