import { expect, test } from "vitest";
import { confirmationOf, type AskedConfirmation } from "./confirmation-of.ts";

type Given = Parameters<typeof confirmationOf>[0];

const taken: Given = {
  rule: { within_minutes: 15 },
  confirmedBy: ["callback", "id"],
  status: "delivered",
  isNotice: false,
  receiverId: undefined,
};
const waits = { withinMinutes: 15 };

test.each<[what: string, given: Partial<Given>, asked: AskedConfirmation]>([
  ["one that was taken is waited for", {}, waits],
  ["one whose answer has an id is confirmed by that", { receiverId: "501" }, "confirmed"],
  ["an id that is empty confirms nothing", { receiverId: "" }, waits],
  [
    "an id of a kind that only queues confirms nothing: its callback does",
    { receiverId: "SM1", confirmedBy: ["callback"] },
    waits,
  ],
  ["a kind that confirms by its id alone is waited for without one", { confirmedBy: ["id"] }, waits],
  ["a kind that can confirm nothing is not waited for", { confirmedBy: undefined }, "not_asked"],
  ["a destination that must confirm nothing is not waited for", { rule: undefined }, "not_asked"],
  ["nor confirmed by an id", { rule: undefined, receiverId: "501" }, "not_asked"],
  ["a notice is not waited for", { isNotice: true, receiverId: "501" }, "not_asked"],
  [
    "one whose receiver had the person is not waited for",
    { status: "skipped", receiverId: "5" },
    "not_asked",
  ],
  ["one that is tried again is not waited for", { status: "pending" }, "not_asked"],
  ["one that died is not waited for", { status: "dead" }, "not_asked"],
])("%s", (_what, given, asked) => {
  expect(confirmationOf({ ...taken, ...given })).toEqual(asked);
});
