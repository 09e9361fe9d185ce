import { samplePayload } from "@leadrelay/adapters/make/sample-payload";
import { describe, expect, test } from "vitest";
import { performAttempt, watchAttempt } from "./perform-attempt.ts";
import type { EmailBinding } from "./send-by-binding.ts";

const event = {
  id: "evt",
  type: "lead.created" as const,
  payload: samplePayload,
  attribution: { first: null, latest: null },
  created_at: 1,
};
const attempt = {
  kind: "cloudflare_email",
  settings: { from: "Leads <leads@agency.example>", to: ["sales@agency.example"] },
  timeoutMs: 30,
  delivery: { event, delivery_public_id: "0199aaaa-0000-8000-8000-000000000001", attempt: 1 },
};
const reached = (sendEmail?: EmailBinding | null) => ({
  fetch: () => Promise.reject(new Error("fetched")),
  now: () => 1,
  allowPrivate: false,
  ownHosts: [],
  lookUpHost: null,
  ...(sendEmail === undefined ? {} : { sendEmail }),
});
const failing = (error: unknown): EmailBinding => ({
  send: async () => {
    throw error;
  },
});
const coded = (code: string) => Object.assign(new Error("Said so."), { code });

describe("an e-mail by the Worker's binding", () => {
  test("is given to it, and fetched from nowhere", async () => {
    const sent: unknown[] = [];
    const binding: EmailBinding = {
      send: async (email) => {
        sent.push(email);
        return { messageId: "m-1" };
      },
    };
    expect(await performAttempt(attempt, reached(binding))).toMatchObject({
      outcome: "delivered",
      status_code: 200,
      receiver_id: "m-1",
    });
    expect(sent).toMatchObject([
      { from: { email: "leads@agency.example", name: "Leads" }, to: ["sales@agency.example"] },
    ]);
  });

  test.each([
    ["a rate that is too high passes", coded("E_RATE_LIMIT_EXCEEDED"), "retry", 429],
    ["trouble of its own passes", coded("E_INTERNAL_SERVER_ERROR"), "retry", 502],
    ["a failed delivery passes", coded("E_DELIVERY_FAILED"), "retry", 502],
    ["a day's quota holds", coded("E_DAILY_LIMIT_EXCEEDED"), "hold", 429],
    ["any other code is refused", coded("E_SENDER_NOT_VERIFIED"), "refused", 422],
    ["an error without a code is the network's", new Error("socket closed"), "retry", null],
    ["what is no error is the network's, too", "away", "retry", null],
  ])("that fails: %s", async (_what, error, outcome, status_code) => {
    expect(await performAttempt(attempt, reached(failing(error)))).toMatchObject({ outcome, status_code });
  });

  test("that takes too long is tried again", async () => {
    const hanging = { send: () => new Promise<never>(() => {}) };
    expect(await performAttempt(attempt, reached(hanging))).toMatchObject({
      outcome: "retry",
      error: "no answer within 30 ms",
    });
  });

  test.each([[undefined], [null]])(
    "is refused with what to do where the Worker has none: %s",
    async (none) => {
      expect(await performAttempt(attempt, reached(none))).toMatchObject({
        outcome: "refused",
        status_code: null,
        error: "the consumer has no send_email binding: docs/destinations.md says how to add it",
      });
    },
  );

  test("is shown as what it is", async () => {
    const { exchanges } = await watchAttempt(attempt, reached(failing(coded("E_DELIVERY_FAILED"))));
    expect(exchanges[0]?.request.body).toContain("New lead: Asha Rao");
  });
});
