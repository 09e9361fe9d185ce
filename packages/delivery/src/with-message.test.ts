import { samplePayload } from "@leadrelay/adapters/make/sample-payload";
import type { Notice } from "@leadrelay/contracts/notice";
import { noticeExamples } from "@leadrelay/contracts/notice-examples";
import { noMapping } from "@leadrelay/core/fields/field-mapping";
import { postedBy } from "@leadrelay/core/shape/posted";
import { expect, test } from "vitest";
import { needsForm } from "./needs-form.ts";
import { withMessage } from "./with-message.ts";

const event = {
  id: "e",
  type: "lead.created" as const,
  payload: samplePayload,
  attribution: { first: null, latest: null },
  created_at: 1,
};
const form = JSON.stringify({ name: "Asha", message: "Call after six" });

test.each<[what: string, kind: string, form: string | null, message: string | null | undefined]>([
  ["a chat shows what the person wrote", "slack", form, "Call after six"],
  ["an e-mail, too", "resend", form, "Call after six"],
  ["a CRM, too", "hubspot", form, "Call after six"],
  ["somebody who wrote nothing has none", "discord", '{"name":"Asha"}', null],
  ["a form that cannot be read has none", "telegram", "{", null],
  ["one that is not at hand is not told", "slack", null, undefined],
  ["a kind that does not show it is not told", "make", form, undefined],
  ["an SMS is too short for it", "twilio", form, undefined],
])("%s", (_what, kind, posted, message) => {
  expect(withMessage({ event }, kind, posted === null ? null : postedBy(posted, noMapping)).message).toBe(
    message,
  );
});

test("a notice has none", () => {
  const notice: Notice = noticeExamples["lead.replied"];
  expect(withMessage({ event: { ...event, notice } }, "slack", postedBy(form, noMapping))).not.toHaveProperty(
    "message",
  );
});

test.each([
  ["slack", null, true],
  ["salesforce", null, true],
  ["make", null, false],
  ["no kind of ours", null, false],
  ["make", "{", false],
])("what %s is sent by the shape %j asks for the form: %j", (kind, shape_json, asks) => {
  expect(needsForm({ kind, shape_json })).toBe(asks);
});
