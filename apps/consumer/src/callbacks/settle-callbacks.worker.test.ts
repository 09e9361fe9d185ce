import type { CallbackMessage, CallbackProof, CallbackSaid } from "@leadrelay/contracts/callback-message";
import type { LeadCallbackRow } from "@leadrelay/core/callbacks/callback-plan";
import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import {
  hashOfSecret,
  newCallbackKey,
  newCallbackSecret,
} from "@leadrelay/signing/callbacks/callback-secret";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it, test, vi } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { failing } from "../../test/failing.ts";
import { placeDelivery } from "../../test/placed-delivery.ts";
import { placeRow } from "../../test/place-row.ts";
import { newTenant, rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** Ids sort as they were made, as those of the producer do. */
let calledBack = 0;

const callback = (said: CallbackSaid, proof: CallbackProof): CallbackMessage => ({
  v: 1,
  type: "callback",
  callback_id: `${String((calledBack += 1)).padStart(8, "0")}${crypto.randomUUID().slice(8)}`,
  received_at: testNow - 1_000,
  proof,
  said,
});

interface LeadRow {
  id: number;
  public_id: string;
  status: string;
  crm_lead_id: string | null;
}

/** A client with one lead, stored as any is, whose delivery a test may put into any state. */
async function oneLead(
  delivery: Partial<DeliveriesTable> = { status: "delivered", settled_at: testNow - 60_000 },
) {
  const tenant = await newTenant();
  const phone = `98${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`;
  await deliverMessages([tenant.submission({ fields: { phone, country_code: "+91" } })]);
  const [lead] = await rows<LeadRow>("SELECT * FROM leads WHERE client_id = ?", tenant.clientId);
  if (lead === undefined) throw new Error("no lead");
  const set = Object.keys(delivery).map((name) => `${name} = ?`);
  await env.DB.prepare(
    `UPDATE deliveries SET ${["next_attempt_at = NULL", ...set].join(", ")} WHERE lead_id = ?`,
  )
    .bind(...Object.values(delivery), lead.id)
    .run();
  const [sent] = await rows<DeliveriesTable>("SELECT * FROM deliveries WHERE lead_id = ?", lead.id);
  if (sent === undefined) throw new Error("no delivery");
  const proof = { by: "edge", client_id: tenant.clientId } as const;
  return {
    ...tenant,
    lead,
    sent,
    phone: `+91-${phone}`,
    say: (said: CallbackSaid) => callback(said, proof),
    execution: (result: "done" | "failed" = "done"): CallbackMessage =>
      callback({ kind: "execution", delivery_id: sent.public_id, result }, proof),
    outcome: (
      outcome: "contacted" | "qualified" | "won" | "lost" | "returned",
      more: object = {},
    ): CallbackMessage =>
      callback({ kind: "outcome", lead: { lead_public_id: lead.public_id }, outcome, ...more }, proof),
    leadNow: async () => (await rows<LeadRow>("SELECT * FROM leads WHERE id = ?", lead.id))[0],
    sentNow: async () =>
      (await rows<DeliveriesTable>("SELECT * FROM deliveries WHERE public_id = ?", sent.public_id))[0],
    kept: () =>
      rows<LeadCallbackRow>(
        "SELECT * FROM lead_callbacks WHERE client_id = ? ORDER BY lead_id, received_at, id",
        tenant.clientId,
      ),
  };
}

const acked = { acked: [0], retried: [] };
const retried = { acked: [], retried: [0] };

describe("a scenario that says it ran", () => {
  it("confirms its delivery, once, however often it comes", async () => {
    const { execution, sentNow, kept, sent } = await oneLead();
    const message = execution();
    expect(await deliverMessages([message])).toEqual(acked);
    expect(await sentNow()).toEqual({ ...sent, status: "confirmed", confirmed_at: testNow - 1_000 });
    expect(await deliverMessages([message])).toEqual(acked);
    expect(await deliverMessages([execution()])).toEqual(acked);
    expect(await kept()).toMatchObject([
      { id: message.callback_id, kind: "execution", delivery_id: sent.public_id, refused: null },
    ]);
  });

  test.each<[what: string, state: Partial<DeliveriesTable>]>([
    ["is under way", { status: "in_flight", lease_until: testNow + 60_000 }],
    ["waits for its next try, because the answer to the last was lost", { status: "pending", attempts: 1 }],
    ["was given up", { status: "dead", settled_at: 5 }],
  ])("confirms one that %s, and it counts as delivered", async (_what, state) => {
    const { execution, sentNow, lead, destinationId } = await oneLead(state);
    await deliverMessages([execution()]);
    expect(await sentNow()).toMatchObject({ status: "confirmed", next_attempt_at: null, lease_until: null });
    const counted =
      "SELECT sum(value) AS n FROM delivery_counters WHERE destination_id = ? AND outcome = 'delivered'";
    expect(await rows(counted, destinationId)).toEqual([{ n: 1 }]);
    expect(await rows("SELECT last_sent_at FROM leads WHERE id = ?", lead.id)).toEqual([
      { last_sent_at: testNow - 1_000 },
    ]);
  });

  it("closes the letter of one that was given up", async () => {
    const { execution, clientId, lead } = await oneLead({
      status: "dead",
      settled_at: 5,
      dead_letter_id: "x",
    });
    const letter = crypto.randomUUID();
    await env.DB.prepare("UPDATE deliveries SET dead_letter_id = ? WHERE lead_id = ?")
      .bind(letter, lead.id)
      .run();
    await placeRow("dead_letters", {
      id: letter,
      client_id: clientId,
      kind: "delivery",
      cause: "exhausted",
      attempts: 4,
      first_failed_at: 1,
      last_failed_at: 2,
      created_at: 2,
    });
    await deliverMessages([execution()]);
    expect(await rows("SELECT state FROM dead_letters WHERE id = ?", letter)).toEqual([
      { state: "replayed" },
    ]);
  });

  it("links the lead where it says the CRM's id, and of several is still one", async () => {
    const { say, sent, leadNow } = await oneLead();
    const said = {
      kind: "execution",
      delivery_id: sent.public_id,
      result: "done",
      crm_lead_id: "512",
    } as const;
    await deliverMessages([say(said), say(said)]);
    expect(await leadNow()).toMatchObject({ crm_lead_id: "512" });
  });

  it("that it failed, while our own try is not settled, is looked at again, and told of once that is", async () => {
    const { execution, sentNow, sent } = await oneLead({
      status: "in_flight",
      lease_until: testNow + 60_000,
    });
    const message = execution("failed");
    expect(await deliverMessages([message])).toEqual(retried);
    await env.DB.prepare("UPDATE deliveries SET status = 'delivered', settled_at = 5 WHERE public_id = ?")
      .bind(sent.public_id)
      .run();
    expect(await deliverMessages([message], testDependencies(), 2)).toEqual(acked);
    expect(await sentNow()).toMatchObject({ status: "delivered", unconfirmed_at: testNow - 1_000 });
  });

  it.each([
    ["waits for its next try", { status: "pending", attempts: 1 }],
    ["was given up", { status: "dead", settled_at: 5 }],
    ["was confirmed", { status: "confirmed", settled_at: 5 }],
  ] as const)("that it failed of one that %s changes nothing, and is kept", async (_what, state) => {
    const { execution, sentNow, sent, kept } = await oneLead(state);
    expect(await deliverMessages([execution("failed")])).toEqual(acked);
    expect(await sentNow()).toEqual(sent);
    expect(await kept()).toHaveLength(1);
    expect(await rows("SELECT * FROM signals WHERE destination_id = ?", sent.destination_id)).toEqual([]);
  });

  it("that it failed leaves the delivery as it is, and nobody waits for it any more", async () => {
    const { execution, sentNow, kept } = await oneLead({
      status: "delivered",
      settled_at: 5,
      confirm_by: testNow,
    });
    await deliverMessages([execution("failed")]);
    expect(await sentNow()).toMatchObject({
      status: "delivered",
      confirm_by: null,
      unconfirmed_at: testNow - 1_000,
    });
    expect(await kept()).toMatchObject([{ kind: "execution", refused: null }]);
  });

  it("confirms what tells of a destination, and is kept nowhere", async () => {
    const { clientId } = await oneLead();
    const alert = await placeDelivery({
      lead_id: 0,
      client_id: clientId,
      status: "delivered",
      settled_at: 5,
    });
    const said = { kind: "execution", delivery_id: alert.public_id, result: "done" } as const;
    await deliverMessages([callback(said, { by: "edge", client_id: clientId })]);
    expect(await rows("SELECT status FROM deliveries WHERE public_id = ?", alert.public_id)).toEqual([
      { status: "confirmed" },
    ]);
    expect(await rows("SELECT * FROM lead_callbacks WHERE client_id = ?", clientId)).toEqual([]);
  });
});

describe("a link", () => {
  test.each<[by: string, named: (own: Awaited<ReturnType<typeof oneLead>>) => object]>([
    ["its public id", ({ lead }) => ({ lead_public_id: lead.public_id })],
    ["its number", ({ lead }) => ({ lead_id: lead.id })],
    ["its delivery", ({ sent }) => ({ delivery_id: sent.public_id })],
    ["the first id that is known", ({ lead }) => ({ lead_public_id: "nobody", lead_id: lead.id })],
  ])("finds its lead by %s", async (_by, named) => {
    const own = await oneLead();
    await deliverMessages([own.say({ kind: "link", lead: named(own), crm_lead_id: "512" })]);
    expect(await own.leadNow()).toEqual({ ...own.lead, crm_lead_id: "512" });
    expect(await own.kept()).toMatchObject([{ kind: "link", lead_id: own.lead.id }]);
  });

  it("finds its lead by its submission, and by the CRM's id afterwards", async () => {
    const own = await oneLead();
    const [submission] = await rows<{ public_id: string }>(
      "SELECT public_id FROM lead_submissions WHERE lead_id = ?",
      own.lead.id,
    );
    const lead = { lead_submission_public_id: submission?.public_id ?? "" };
    await deliverMessages([own.say({ kind: "link", lead, crm_lead_id: "512" })]);
    await deliverMessages([own.say({ kind: "outcome", lead: { crm_lead_id: "512" }, outcome: "won" })]);
    expect(await own.leadNow()).toMatchObject({ crm_lead_id: "512", status: "won" });
  });

  it("of another client's lead matches nobody, by whichever of its ids", async () => {
    const [own, other] = [await oneLead(), await oneLead()];
    await env.DB.prepare("UPDATE leads SET crm_lead_id = 'theirs' WHERE id = ?").bind(other.lead.id).run();
    const theirs = {
      lead_public_id: other.lead.public_id,
      lead_id: other.lead.id,
      delivery_id: other.sent.public_id,
      crm_lead_id: "theirs",
    };
    const message = own.say({ kind: "outcome", lead: theirs, outcome: "won" });
    expect(await deliverMessages([message], testDependencies(), 5)).toEqual(acked);
    expect(await other.leadNow()).toMatchObject({ status: "new" });
    expect(await own.kept()).toMatchObject([
      { lead_id: 0, refused: expect.stringContaining("no lead") as string },
    ]);
  });

  it("that says what is known is nothing new, and a later one counts", async () => {
    const own = await oneLead();
    const link = (crm_lead_id: string) =>
      own.say({ kind: "link", lead: { lead_id: own.lead.id }, crm_lead_id });
    const first = link("1");
    for (const message of [first, link("1"), link("2"), first]) await deliverMessages([message]);
    expect(await own.leadNow()).toMatchObject({ crm_lead_id: "2" });
    expect(await own.kept()).toHaveLength(2);
  });
});

describe("what matches no lead", () => {
  it("is looked at again, for the lead may be on its way, and then kept for somebody to see", async () => {
    const own = await oneLead();
    const message = own.say({ kind: "activity", lead: { lead_id: 1 }, activity: "call", text: "secret" });
    for (const attempts of [1, 4])
      expect(await deliverMessages([message], testDependencies(), attempts)).toEqual(retried);
    expect(await own.kept()).toEqual([]);
    for (const attempts of [5, 6])
      expect(await deliverMessages([message], testDependencies(), attempts)).toEqual(acked);
    const kept = await own.kept();
    expect(kept).toMatchObject([{ lead_id: 0, kind: "activity", once_key: null }]);
    expect(JSON.parse(kept[0]?.detail_json ?? "{}")).toMatchObject({ sought: { lead_id: 1 } });
  });

  it("finds a lead of its own batch", async () => {
    const tenant = await newTenant();
    const submission = tenant.submission();
    const lead = { lead_submission_public_id: submission.submission_id };
    const said = { kind: "link", lead, crm_lead_id: "9" } as const;
    await deliverMessages([callback(said, { by: "edge", client_id: tenant.clientId }), submission]);
    expect(await rows("SELECT crm_lead_id FROM leads WHERE client_id = ?", tenant.clientId)).toEqual([
      { crm_lead_id: "9" },
    ]);
  });
});

describe("an activity", () => {
  it("is kept as often as it happens, with an id of the CRM's own once", async () => {
    const own = await oneLead();
    const activity = (activity_id?: string) =>
      own.say({
        kind: "activity",
        lead: { lead_id: own.lead.id },
        activity: "call",
        ...(activity_id === undefined ? {} : { activity_id }),
      });
    const once = activity();
    for (const message of [once, once, activity(), activity("a-1"), activity("a-1")])
      await deliverMessages([message]);
    expect((await own.kept()).map(({ once_key }) => once_key ?? "").sort()).toEqual(["", "", "activity:a-1"]);
  });

  it("of one batch that comes twice is kept once", async () => {
    const own = await oneLead();
    const said = {
      kind: "activity",
      lead: { lead_id: own.lead.id },
      activity: "call",
      activity_id: "a",
    } as const;
    const message = own.say(said);
    expect(await deliverMessages([message, message, own.say(said)])).toEqual({
      acked: [0, 1, 2],
      retried: [],
    });
    expect(await own.kept()).toHaveLength(1);
  });
});

describe("an outcome", () => {
  it("moves the lead, each once", async () => {
    const own = await oneLead();
    for (const outcome of ["contacted", "contacted", "won"] as const)
      await deliverMessages([own.outcome(outcome)]);
    expect(await own.leadNow()).toMatchObject({ status: "won" });
    await env.DB.prepare("UPDATE leads SET status = 'qualified' WHERE id = ?").bind(own.lead.id).run();
    await deliverMessages([own.outcome("won")]);
    expect(await own.leadNow()).toMatchObject({ status: "qualified" });
    expect((await own.kept()).map(({ once_key }) => once_key)).toEqual(["outcome:contacted", "outcome:won"]);
  });

  it("says what it is worth", async () => {
    const own = await oneLead();
    await deliverMessages([own.outcome("won", { value: "1,20,000", currency: "inr", reason: "booked" })]);
    const [kept] = await own.kept();
    expect(JSON.parse(kept?.detail_json ?? "")).toMatchObject({
      word: "won",
      value: 120_000,
      currency: "INR",
      text: "booked",
      stage: "won",
    });
  });

  it("and another of one batch are judged one after the other", async () => {
    const own = await oneLead();
    expect(
      await deliverMessages([own.outcome("won"), own.outcome("contacted"), own.outcome("qualified")]),
    ).toEqual({ acked: [0, 1, 2], retried: [] });
    expect(await own.leadNow()).toMatchObject({ status: "won" });
    expect(await own.kept()).toHaveLength(3);
  });
});

describe("a lead that is given back", () => {
  const withRules = async (returns: object | null) => {
    const own = await oneLead();
    const rules = returns === null ? null : JSON.stringify({ returns });
    await env.DB.prepare("UPDATE destinations SET confirm_json = ? WHERE id = ?")
      .bind(rules, own.destinationId)
      .run();
    return own;
  };

  test.each<[what: string, rules: object | null, refused: string | null]>([
    [
      "within its rules is taken back",
      { reasons: ["Wrong number"], within_days: 3, most_per_month: 5 },
      null,
    ],
    ["without limits is taken back", {}, null],
    ["where none was agreed is not", null, "takes none back"],
    ["for another reason is not", { reasons: ["spam"] }, "none of those agreed: spam"],
    ["over the month's number is not", { most_per_month: 0 }, "0 were given back this month"],
  ])("%s", async (_what, rules, refused) => {
    const own = await withRules(rules);
    await deliverMessages([own.outcome("returned", { reason: "wrong number" })]);
    const [kept] = await own.kept();
    expect(kept).toMatchObject({
      kind: "outcome",
      delivery_id: own.sent.public_id,
      destination_id: own.destinationId,
    });
    if (refused === null)
      expect(kept).toMatchObject({ refused: null, once_key: expect.stringMatching(/^outcome:returned:/) });
    else expect(kept).toMatchObject({ refused: expect.stringContaining(refused) as string, once_key: null });
    const tallies = await rows("SELECT subject, count FROM tallies WHERE client_id = ?", own.clientId);
    expect(tallies).toEqual(refused === null ? [{ subject: `return:${own.destinationId}`, count: 1 }] : []);
  });

  it("counts once, and a refused return may be said again with another reason", async () => {
    const own = await withRules({ reasons: ["spam"], most_per_month: 1 });
    const returned = own.outcome("returned", { reason: "spam" });
    for (const message of [
      own.outcome("returned", { reason: "bored" }),
      returned,
      returned,
      own.outcome("returned", { reason: "spam" }),
    ])
      await deliverMessages([message]);
    expect((await own.kept()).map(({ refused }) => String(refused === null)).sort()).toEqual([
      "false",
      "true",
    ]);
    expect(await rows("SELECT count FROM tallies WHERE client_id = ?", own.clientId)).toEqual([{ count: 1 }]);
  });

  it("of several that come together no more are taken back than were agreed", async () => {
    const own = await withRules({ most_per_month: 1 });
    const context = { ...own.submission().context, ip: null };
    await deliverMessages([own.submission({ fields: { email: "other@example.com" }, context })]);
    const leads = await rows<LeadRow>("SELECT * FROM leads WHERE client_id = ?", own.clientId);
    await env.DB.prepare("UPDATE deliveries SET status = 'delivered', settled_at = 5 WHERE client_id = ?")
      .bind(own.clientId)
      .run();
    const given = leads.map(({ id }) => own.outcome("returned", { lead: { lead_id: id } }));
    expect(await deliverMessages(given)).toEqual({ acked: [0, 1], retried: [] });
    expect((await own.kept()).map(({ refused }) => refused)).toEqual([
      null,
      expect.stringContaining("1 were given back this month") as string,
    ]);
  });

  it("by one of several that have it must say by which", async () => {
    const own = await withRules({});
    await placeDelivery({
      lead_id: own.lead.id,
      client_id: own.clientId,
      status: "confirmed",
      settled_at: 5,
    });
    await deliverMessages([own.outcome("returned")]);
    await deliverMessages([own.outcome("returned", { destination_id: own.destinationId })]);
    expect((await own.kept()).map(({ refused }) => refused)).toEqual([
      expect.stringContaining("several destinations") as string,
      null,
    ]);
  });
});

describe("a callback that the edge could not check", () => {
  it("is let in by its delivery's token, and by no other", async () => {
    const own = await oneLead();
    const { tokenOf } = await testDependencies().callbackSigner();
    const token = await tokenOf(own.clientId, own.sent.public_id);
    const said = { kind: "execution", delivery_id: own.sent.public_id, result: "done" } as const;
    const lines = vi.spyOn(console, "log");
    // Of the last signs of a signature half the bits are always the same.
    const other = `${token.slice(0, -20)}${token.at(-20) === "A" ? "B" : "A"}${token.slice(-19)}`;
    expect(await deliverMessages([callback(said, { by: "token", token: other })])).toEqual(acked);
    expect(JSON.stringify(lines.mock.calls)).toContain("callback.refused");
    lines.mockRestore();
    expect(await own.sentNow()).toMatchObject({ status: "delivered" });
    await deliverMessages([callback(said, { by: "token", token })]);
    expect(await own.sentNow()).toMatchObject({ status: "confirmed" });
  });

  it("is let in by its client's secret, and for a while by the one before", async () => {
    const own = await oneLead();
    const key = newCallbackKey(crypto.getRandomValues(new Uint8Array(12)));
    const secrets = [1, 2, 3].map((byte) => newCallbackSecret(key, new Uint8Array(32).fill(byte)));
    const [now = "", before = "", none = ""] = await Promise.all(secrets.map(hashOfSecret));
    const row = {
      client_id: own.clientId,
      callback_key: key,
      secret_hash: now,
      previous_hash: before,
      previous_until: testNow + 1,
      created_at: 1,
      updated_at: 1,
    };
    await placeRow("client_callbacks", row);
    const say = (hash: string, outcome: "contacted" | "won" | "lost") =>
      callback({ kind: "outcome", lead: { lead_id: own.lead.id }, outcome }, { by: "secret", key, hash });
    await deliverMessages([say(none, "lost"), say(now, "contacted"), say(before, "won")]);
    expect((await own.kept()).map(({ once_key }) => once_key ?? "").sort()).toEqual([
      "outcome:contacted",
      "outcome:won",
    ]);
    await env.DB.prepare("UPDATE client_callbacks SET previous_until = ? WHERE client_id = ?")
      .bind(testNow, own.clientId)
      .run();
    await deliverMessages([say(before, "lost")]);
    expect(await own.kept()).toHaveLength(2);
  });

  it("of a client that was deleted comes to nothing", async () => {
    const own = await oneLead();
    await env.DB.prepare("UPDATE clients SET deleted_at = 1 WHERE id = ?").bind(own.clientId).run();
    expect(await deliverMessages([own.execution()])).toEqual(acked);
    expect(await own.sentNow()).toMatchObject({ status: "delivered" });
  });
});

describe("Twilio", () => {
  const url = "https://leads.example/callbacks/twilio/dst";
  const sign = async (fields: readonly (readonly [string, string])[], address: string) => {
    const text =
      address +
      fields
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => name + value)
        .join("");
    const encoder = new TextEncoder();
    const key = await crypto.subtle.importKey(
      "raw",
      encoder.encode("auth"),
      { name: "HMAC", hash: "SHA-1" },
      false,
      ["sign"],
    );
    return btoa(
      String.fromCharCode(...new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(text)))),
    );
  };

  async function smsLead() {
    const own = await oneLead();
    const sealer = await testDependencies().sealer();
    const sealed = await sealer.seal(
      JSON.stringify({ auth_token: "auth" }),
      sealedSettingsAt(own.destinationId),
    );
    await env.DB.prepare("UPDATE destinations SET sealed_settings = ?, kind = 'twilio' WHERE id = ?")
      .bind(sealed, own.destinationId)
      .run();
    const post = async (fields: [string, string][], { query = "", forged = false } = {}) => {
      const address = `${url}${query}`;
      const signature = forged ? `${"A".repeat(27)}=` : await sign(fields, address);
      const said = {
        kind: "twilio",
        destination_id: own.destinationId,
        signature,
        url: address,
        fields,
      } as const;
      return deliverMessages([callback(said, { by: "signature" })], testDependencies(), 5);
    };
    const optedOut = () => rows("SELECT kind, value FROM opt_outs WHERE client_id = ?", own.clientId);
    return { ...own, post, optedOut };
  }

  it("hands over a person's reply, once", async () => {
    const own = await smsLead();
    const reply: [string, string][] = [
      ["From", own.phone.replace("-", "")],
      ["Body", "Call me"],
      ["MessageSid", "SM1"],
    ];
    expect(await own.post(reply)).toEqual(acked);
    await own.post(reply);
    expect(await own.kept()).toMatchObject([
      { lead_id: own.lead.id, kind: "reply", destination_id: own.destinationId },
    ]);
    expect(await own.optedOut()).toEqual([]);
  });

  it("hands over who wants no more, and who wants it again, whether a lead is theirs or not", async () => {
    const own = await smsLead();
    const from = (number: string, text: string, sid: string): [string, string][] => [
      ["From", number],
      ["Body", text],
      ["MessageSid", sid],
    ];
    await own.post(from(own.phone.replace("-", ""), " Stop ", "SM2"));
    await own.post(from("+919812345678", "UNSUBSCRIBE", "SM3"));
    expect((await own.optedOut()).map(({ value }) => String(value)).sort()).toEqual(
      ["+91-9812345678", own.phone].sort(),
    );
    await own.post(from("+919812345678", "START", "SM4"));
    expect(await own.optedOut()).toEqual([{ kind: "phone", value: own.phone }]);
  });

  it("says what became of a message: delivered confirms it", async () => {
    const own = await smsLead();
    const query = `?delivery=${own.sent.public_id}`;
    await own.post(
      [
        ["MessageSid", "SM1"],
        ["MessageStatus", "sent"],
      ],
      { query },
    );
    expect(await own.sentNow()).toMatchObject({ status: "delivered" });
    expect(await own.kept()).toEqual([]);
    await own.post(
      [
        ["MessageSid", "SM1"],
        ["MessageStatus", "delivered"],
      ],
      { query },
    );
    expect(await own.sentNow()).toMatchObject({ status: "confirmed" });
  });

  it("is believed for nothing that it did not sign", async () => {
    const own = await smsLead();
    await own.post(
      [
        ["From", "+919812345678"],
        ["Body", "STOP"],
      ],
      { forged: true },
    );
    await env.DB.prepare("UPDATE destinations SET sealed_settings = 'broken' WHERE id = ?")
      .bind(own.destinationId)
      .run();
    await own.post([
      ["From", "+919812345678"],
      ["Body", "STOP"],
    ]);
    expect(await own.optedOut()).toEqual([]);
  });
});

describe("a callback that", () => {
  it("comes while D1 is away waits, for as long as that takes", async () => {
    const own = await oneLead();
    const message = own.execution();
    const control = failing(env.DB, ["batch"]);
    const leadDatabase = () => failing(env.DB, ["batch"]);
    for (const away of [{ control }, { leadDatabase }])
      for (const attempts of [1, 50, 99])
        expect(await deliverMessages([message], testDependencies(away), attempts)).toEqual(retried);
    expect(await deliverMessages([message], testDependencies(), 100)).toEqual(acked);
    expect(await own.sentNow()).toMatchObject({ status: "confirmed" });
  });

  it("is none is a dead letter", async () => {
    const text = crypto.randomUUID();
    expect(await deliverMessages([{ type: "callback", v: 1, text }])).toEqual(acked);
    const letters = await rows("SELECT kind FROM dead_letters WHERE payload_json LIKE ?", `%${text}%`);
    expect(letters).toEqual([{ kind: "invalid_message" }]);
  });

  it("breaks keeps back none of its batch", async () => {
    const own = await oneLead();
    const broken = own.say({ kind: "link", lead: { lead_id: own.lead.id }, crm_lead_id: "1" });
    const other = await oneLead();
    const before = "CREATE TRIGGER break_link BEFORE INSERT ON lead_callbacks WHEN NEW.id = '";
    await env.DB.prepare(
      `${before}${broken.callback_id}' BEGIN SELECT RAISE(ABORT, 'broken for the test'); END`,
    ).run();
    try {
      const result = await deliverMessages([broken, other.execution()]);
      expect(result).toEqual({ acked: [1], retried: [0] });
      expect(await other.sentNow()).toMatchObject({ status: "confirmed" });
      expect(await deliverMessages([broken], testDependencies(), 20)).toEqual(acked);
      const letters = await rows(
        "SELECT kind, cause FROM dead_letters WHERE payload_json LIKE ?",
        `%${broken.callback_id}%`,
      );
      expect(letters).toEqual([{ kind: "invalid_message", cause: "failed" }]);
    } finally {
      await env.DB.prepare("DROP TRIGGER break_link").run();
    }
  });

  it("two consumers keep at once is kept once", async () => {
    const own = await oneLead();
    const messages = Array.from({ length: 6 }, () => own.outcome("won", { value: "5" }));
    await Promise.all(messages.map((message) => deliverMessages([message])));
    for (const message of messages) await deliverMessages([message]);
    expect(await own.kept()).toHaveLength(1);
  });
});
