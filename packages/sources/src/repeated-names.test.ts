import { expect, it } from "vitest";
import { findDoor } from "./doors.ts";

const itemOf = (kind: string, value: unknown, given: Record<string, unknown> = {}) => {
  const door = findDoor(kind);
  const split = door?.split(value, door.parseSettings(given));
  return split?.kind === "items" ? split.items[0] : undefined;
};
const fieldsOf = (...given: Parameters<typeof itemOf>) => itemOf(...given)?.fields;
const answer = (id: string, type: string, said: string) => ({ type, [type]: said, field: { id } });

it("of two addresses in a response of Typeform's the first counts, and none is lost", () => {
  const definition = { fields: ["Yours", "Note", "Note"].map((title, at) => ({ id: String(at), title })) };
  const answers = [
    answer("0", "email", "me@b.example"),
    answer("x", "text", "unasked"),
    { ...answer("9", "email", "friend@b.example"), field: { ref: "friend" } },
    answer("1", "text", "one"),
    answer("2", "text", "two"),
  ];
  const hidden = { email: "hidden@b.example", Note: "hidden" };
  const value = { form_response: { token: "t", definition, answers, hidden } };
  expect(fieldsOf("generic", value, { preset: "typeform" })).toEqual({
    email: ["me@b.example", "friend@b.example", "hidden@b.example"],
    x: "unasked",
    Note: ["one", "two", "hidden"],
  });
});

it("two questions of one wording in Calendly are both kept, behind what Calendly itself asks", () => {
  const questions_and_answers = ["Rooms", "Rooms", "email"].map((question, at) => ({
    question,
    answer: String(at),
  }));
  const value = {
    event: "invitee.created",
    payload: { uri: "u", email: "a@b.example", questions_and_answers },
  };
  expect(fieldsOf("generic", value, { preset: "calendly" })).toEqual({
    email: ["a@b.example", "2"],
    Rooms: ["0", "1"],
  });
});

it("two numbers in a submission of Jotform's are both kept", () => {
  const rawRequest = JSON.stringify({ q1_phone: { full: "111" }, q2_officePhone: { full: "222" } });
  expect(fieldsOf("generic", { submissionID: "1", rawRequest }, { preset: "jotform" })).toMatchObject({
    phone: ["111", "222"],
  });
});

it("two columns of one name in Google's lead are both kept, and the first stands in", () => {
  const user_column_data = ["a@b.example", "c@d.example"].map((string_value) => ({
    column_id: "WORK_EMAIL",
    string_value,
  }));
  expect(
    fieldsOf("google_ads", { lead_id: "1", user_column_data }, { google_key: "key-0123456789" }),
  ).toMatchObject({ work_email: ["a@b.example", "c@d.example"], email: "a@b.example" });
});

it.each([
  ["with both ids", { form_id: 1, id: 2 }, "1:2"],
  ["of no form", { id: 2 }, "2"],
  // Two people who say the same would be one.
  ["without an id", { form_id: 1 }, null],
  ["with an id that is too long", { form_id: 1, id: "9".repeat(254) }, null],
  ["with an endless id", { id: "9".repeat(3_000) }, null],
])("an entry of Gravity Forms' %s is named by what it has", (_what, value, key) => {
  expect(itemOf("generic", { ...value, "2": "a@b.example" }, { preset: "gravity_forms" })?.key).toBe(key);
});

it.each([
  ["invitee.canceled", "invitee.canceled"],
  ["invitee asha@example.com +919876543210", "another event"],
])("why %j of Calendly's is skipped is told without what a stranger wrote", (event, why) => {
  const door = findDoor("generic");
  expect(door?.split({ event }, door.parseSettings({ preset: "calendly" }))).toEqual({
    kind: "skipped",
    why,
  });
});
