import { describe, expect, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { received } from "../../test/received.ts";
import { buildRequest } from "./build-request.ts";
import { classify } from "./classify.ts";
import { readOutgoingEmail } from "./outgoing-email.ts";

const to = ["sales@agency.example"];

describe("what Cloudflare's e-mail binding answers", () => {
  test.each<[what: string, status: number, code: string, outcome: string]>([
    ["a rate that is too high passes", 429, "E_RATE_LIMIT_EXCEEDED", "retry"],
    ["trouble of its own passes", 502, "E_INTERNAL_SERVER_ERROR", "retry"],
    ["a recipient's server that says no for now passes", 502, "E_DELIVERY_FAILED", "retry"],
    ["a day's quota that is spent holds all up", 429, "E_DAILY_LIMIT_EXCEEDED", "hold"],
    ["a sender that was not set up is refused", 422, "E_SENDER_NOT_VERIFIED", "refused"],
    ["a recipient that is not allowed is refused", 422, "E_RECIPIENT_NOT_ALLOWED", "refused"],
    ["a recipient that bounced is refused", 422, "E_RECIPIENT_SUPPRESSED", "refused"],
    ["fields that are wrong are refused", 422, "E_VALIDATION_ERROR", "refused"],
    ["a code that we do not know is refused", 422, "E_NEW", "refused"],
  ])("%s", (_what, status, code, outcome) => {
    expect(classify(received(status, JSON.stringify({ code, message: "Said so." })))).toMatchObject({
      outcome,
      error: expect.stringContaining(code) as string,
    });
  });

  test("what to do about a sender is said", () => {
    expect(classify(received(422, '{"code":"E_SENDER_NOT_VERIFIED"}'))).toMatchObject({
      error: expect.stringContaining("set the sender's domain up") as string,
    });
  });
});

test.each([
  ["leads@agency.example", "leads@agency.example"],
  ["Leads of us <leads@agency.example>", { email: "leads@agency.example", name: "Leads of us" }],
])("from %s is %j in the e-mail that the binding is given", (from, sender) => {
  const request = buildRequest({ from, to }, outgoing());
  expect(request.binding).toBe("send_email");
  expect(readOutgoingEmail(request.body ?? "")).toMatchObject({
    from: sender,
    to,
    subject: "New lead: Asha Rao",
    headers: { "X-LeadRelay-Delivery": outgoing().delivery_public_id },
  });
});

test.each(["", "{}", '{"from":1}'])("%j is no e-mail", (body) => {
  expect(() => readOutgoingEmail(body)).toThrow();
});
