import { describe, expect, it } from "vitest";
import { blockedMessage } from "./blocked-message.ts";

const form = { form_key: "frm", form_id: "form", client_id: "client", database: "DB", default_region: "IN" };
const request = {
  honeypot: false,
  channel: "api",
  is_bot: false,
  over_rate: false,
  fields: { phone: "+91" },
  notes: ["a note"],
  context: {},
};
const messageOf = (given: Partial<typeof request> & { other_phones?: string[] } = {}) =>
  blockedMessage(
    {
      client_id: "client",
      public_id: "s1",
      form_id: "form",
      ip: "203.0.113.7",
      matched_cidr: "203.0.113.0/24",
      country: "IN",
      referrer: null,
      contact_name: null,
      contact_email: null,
      contact_phone: null,
      project: null,
      payload_json: '{"phone":"+91"}',
      submitted_at: 7,
      request_json: JSON.stringify({ ...request, ...given }),
      released_at: null,
      released_by: null,
    },
    form,
  );

describe("a submission from a blocked address that is let through", () => {
  it("is the message that came, with its own time, past the list", () => {
    expect(messageOf()).toMatchObject({
      submission_id: "s1",
      received_at: 7,
      block_lifted: true,
      fields: { phone: "+91" },
      payload: { phone: "+91" },
      notes: ["a note"],
    });
    expect(messageOf()).not.toHaveProperty("quarantine");
  });

  it("keeps the other phones it gave, where the first may be none", () => {
    expect(messageOf({ other_phones: ["9876543210"] }).other_phones).toEqual(["9876543210"]);
    expect(messageOf()).not.toHaveProperty("other_phones");
  });

  it.each([
    [
      "with a honeypot that would be kept apart is a person's",
      true,
      { quarantine: "released", is_bot: false },
    ],
    ["with one that its form lets through stays as it was marked", false, { is_bot: true }],
  ])("%s", (_, honeypot, message) => {
    expect(messageOf({ honeypot, is_bot: true })).toMatchObject(message);
  });
});
