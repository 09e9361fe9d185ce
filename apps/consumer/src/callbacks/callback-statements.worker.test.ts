import type { CallbackPlan, CallbackSought, LeadCallbackRow } from "@leadrelay/core/callbacks/callback-plan";
import { callbackClients } from "@leadrelay/db/callbacks/client-callbacks";
import { callbacksOfClient, putClientCallbacks } from "@leadrelay/db/callbacks/callbacks-of-client";
import { countOptOut, optedOut, setOptOut } from "@leadrelay/db/callbacks/opt-outs";
import { resolveCallbacks, type AskedCallback } from "@leadrelay/db/callbacks/resolve-callbacks";
import { writeCallback } from "@leadrelay/db/callbacks/write-callback";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliveryCounts, scopeOf } from "../../test/counters.ts";
import { anyLeadId, placeRow } from "../../test/place-row.ts";
import { deliveryNow, placeDelivery, placeNeighbours } from "../../test/placed-delivery.ts";
import { placeLead } from "../../test/placed-lead.ts";
import { letterNow, placeLetter } from "../../test/placed-letter.ts";
import { newTenant, rows } from "../../test/tenant.ts";
import { whatCameOf } from "../../test/what-came-of.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const newId = () => crypto.randomUUID();

describe("whoever wants no more messages", () => {
  const wish = (client_id: string, phone: string, isOut: boolean, at = 7) =>
    runBatch(env.DB, [setOptOut(pipelineScope, { client_id, phone, isOut, at })]);
  const outOf = async (client_id: string) =>
    (await rows("SELECT kind, value, opted_out_at FROM opt_outs WHERE client_id = ?", client_id)).map(
      ({ kind, value, opted_out_at }) => `${String(kind)} ${String(value)} ${String(opted_out_at)}`,
    );

  it("is written down once, from the first time on, and is forgotten when they want them again", async () => {
    const [client, other] = [newId(), newId()];
    await wish(client, "1", true);
    await wish(client, "1", true, 9);
    await wish(client, "2", true);
    await wish(other, "1", true);
    await placeRow("opt_outs", { client_id: client, kind: "email", value: "1", opted_out_at: 7 });
    expect(await outOf(client)).toEqual(["email 1 7", "phone 1 7", "phone 2 7"]);
    await wish(client, "1", false);
    expect(await outOf(client)).toEqual(["email 1 7", "phone 2 7"]);
    expect(await outOf(other)).toEqual(["phone 1 7"]);
  });

  it.each([
    [1, 0, true],
    [1, 1, false],
    [3, 1, true],
  ])("of whom %s may be kept, and %s are, is kept: %s", async (most, before, isKept) => {
    const client = newId();
    const tally = { client_id: client, subject: "strangers", period: "m:2026-11", ends_at: 9 };
    if (before > 0) await placeRow("tallies", { ...tally, count: before });
    const limit = { ...tally, count: 1, most };
    await runBatch(env.DB, [
      setOptOut(pipelineScope, { client_id: client, phone: "1", isOut: true, at: 7, limit }),
    ]);
    expect(await outOf(client)).toEqual(isKept ? ["phone 1 7"] : []);
    // Whoever wants them again is heard, however full it is.
    await runBatch(env.DB, [
      setOptOut(pipelineScope, { client_id: client, phone: "1", isOut: false, at: 8, limit }),
    ]);
    expect(await outOf(client)).toEqual([]);
  });

  it("counts numbers that are kept, however often one says so, and not who went again", async () => {
    const client = newId();
    const tally = { client_id: client, subject: "strangers", period: "m:2026-11", ends_at: 9 };
    const limit = { ...tally, count: 1, most: 2 };
    const say = (phone: string, isOut: boolean) =>
      runBatch(env.DB, [
        setOptOut(pipelineScope, { client_id: client, phone, isOut, at: 7, limit }),
        countOptOut(pipelineScope, { isOut, limit }),
      ]);
    const counted = () => rows("SELECT count FROM tallies WHERE client_id = ?", client);
    await say("9", false);
    expect(await counted()).toEqual([]);
    for (let time = 0; time < 3; time += 1) await say("1", true);
    expect(await counted()).toEqual([{ count: 1 }]);
    for (const isOut of [false, true, false, false, true]) await say("1", isOut);
    expect(await counted()).toEqual([{ count: 1 }]);
    for (const phone of ["2", "3"]) await say(phone, true);
    expect(await counted()).toEqual([{ count: 2 }]);
    expect(await outOf(client)).toEqual(["phone 1 7", "phone 2 7"]);
  });

  it("is found by client and number, and by no e-mail address that looks like one", async () => {
    const [client, other] = [newId(), newId()];
    await wish(client, "1", true);
    await wish(other, "2", true);
    await placeRow("opt_outs", { client_id: client, kind: "email", value: "3", opted_out_at: 7 });
    const asked = ["1", "2", "3"].map((phone) => ({ client_id: client, phone }));
    expect(await runOne(env.DB, optedOut(pipelineScope, asked))).toEqual([{ client_id: client, phone: "1" }]);
  });
});

describe("what lets callbacks in", () => {
  const access = (client_id: string) => ({
    client_id,
    callback_key: newId(),
    secret_hash: "one",
    previous_hash: null,
    previous_until: null,
    created_at: 1,
    updated_at: 1,
  });
  const clientsBy = (given: { ids?: string[]; keys?: string[]; destinationIds?: string[] }) =>
    runOne(env.DB, callbackClients(pipelineScope, { ids: [], keys: [], destinationIds: [], ...given }));

  it("is found by a client, its key or a destination of its, with its own rules and secrets alone", async () => {
    const [one, other, deleted] = [await newTenant(), await newTenant(), await newTenant()];
    await env.DB.prepare("UPDATE clients SET deleted_at = 1 WHERE id = ?").bind(deleted.clientId).run();
    const rules = (id: string, minutes: number) =>
      env.DB.prepare("UPDATE destinations SET confirm_json = ? WHERE id = ?")
        .bind(`{"confirmation":{"within_minutes":${minutes}}}`, id)
        .run();
    await rules(one.destinationId, 5);
    await rules(other.destinationId, 6);
    const [ofOne, ofOther] = [access(one.clientId), access(other.clientId)];
    for (const each of [ofOne, ofOther, access(deleted.clientId)]) await placeRow("client_callbacks", each);
    for (const by of [
      { ids: [one.clientId] },
      { keys: [ofOne.callback_key] },
      { destinationIds: [one.destinationId] },
      { ids: [one.clientId, deleted.clientId], keys: [ofOne.callback_key] },
    ]) {
      const found = await clientsBy(by);
      expect(found.map(({ id, callbacks }) => [id, callbacks?.callback_key])).toEqual([
        [one.clientId, ofOne.callback_key],
      ]);
      expect(found[0]?.rules).toEqual(
        new Map([[one.destinationId, { confirmation: { within_minutes: 5 } }]]),
      );
    }
    expect(await clientsBy({ keys: ["none"] })).toEqual([]);
  });

  it("is none, and no rule, of a client without them", async () => {
    const tenant = await newTenant();
    const [found] = await clientsBy({ ids: [tenant.clientId] });
    expect(found).toMatchObject({ callbacks: null, rules: new Map() });
  });

  it("keeps its key when it gets another secret, and is its client's people's alone", async () => {
    const [client, other] = [newId(), newId()];
    const first = access(client);
    const put = (row: typeof first) => runBatch(env.DB, [putClientCallbacks(scopeOf([client, other]), row)]);
    await put(access(other));
    await put(first);
    await put({ ...access(client), secret_hash: "two", created_at: 9, updated_at: 9 });
    expect(await runOne(env.DB, callbacksOfClient(scopeOf([client]), client))).toEqual([
      { ...first, secret_hash: "two", updated_at: 9 },
    ]);
    expect(() => callbacksOfClient(scopeOf([other]), client)).toThrow();
    expect(() => putClientCallbacks(scopeOf([other]), first)).toThrow();
  });
});

describe("a callback is kept", () => {
  const rowOf = (
    lead_id: number,
    client_id: string,
    given: Partial<LeadCallbackRow> = {},
  ): LeadCallbackRow => ({
    lead_id,
    client_id,
    id: newId(),
    kind: "activity",
    once_key: null,
    delivery_id: null,
    destination_id: null,
    detail_json: "{}",
    refused: null,
    happened_at: 1,
    received_at: 20,
    ...given,
  });
  const plan = (row: LeadCallbackRow, given: Partial<CallbackPlan> = {}) =>
    writeCallback(pipelineScope, {
      row,
      detail: { word: null, text: null, by: null, crm_lead_id: null, url: null, value: null },
      lead: null,
      crmLeadId: null,
      stage: null,
      confirmed: null,
      unconfirmed: null,
      optOut: null,
      told: null,
      tallies: [],
      ...given,
    } as CallbackPlan);
  const write = (row: LeadCallbackRow, given: Partial<CallbackPlan> = {}) => whatCameOf(plan(row, given));
  const shown = ({ id, public_id, client_id }: Awaited<ReturnType<typeof placeLead>>) => ({
    id,
    public_id,
    client_id,
    project: null,
    contact_name: null,
    contact_email: null,
    contact_phone: null,
    submission_count: 1,
    suspicion_score: 0,
    is_test: false,
    status: "new",
    crm_lead_id: null,
  });
  const keptOf = async (client: string) =>
    (await rows<{ id: string }>("SELECT id FROM lead_callbacks WHERE client_id = ?", client)).map(
      ({ id }) => id,
    );

  it.each<[most: number | undefined, before: number, came: string]>([
    [2, 1, "done"],
    [2, 2, "conflict"],
    [1, 0, "done"],
    [0, 0, "conflict"],
    [undefined, 9, "done"],
  ])("with a tally of which there may be %s, and %s are, comes to %s", async (most, before, came) => {
    const row = rowOf(anyLeadId(), newId());
    const tally = { client_id: row.client_id, subject: "return:d", period: "m:2026-11", ends_at: 9 };
    if (before > 0) await placeRow("tallies", { ...tally, count: before });
    await placeRow("tallies", { ...tally, subject: "return:e", count: 50 });
    await placeRow("tallies", { ...tally, period: "m:2026-10", count: 50 });
    await placeRow("tallies", { ...tally, client_id: newId(), count: 50 });
    const limited = { ...tally, count: 1, ...(most === undefined ? {} : { most }) };
    expect(await write(row, { tallies: [limited] })).toBe(came);
    const [now] = await rows(
      "SELECT count FROM tallies WHERE client_id = ? AND subject = 'return:d' AND period = 'm:2026-11'",
      row.client_id,
    );
    expect(now?.count ?? 0).toBe(came === "done" ? before + 1 : before);
    expect(await keptOf(row.client_id)).toEqual(came === "done" ? [row.id] : []);
  });

  it.each<[what: string, given: (first: LeadCallbackRow) => Partial<LeadCallbackRow>, came: string]>([
    ["once by its id", ({ id }) => ({ id }), "conflict"],
    ["once by what is said once of a lead", ({ once_key }) => ({ once_key }), "conflict"],
    [
      "again of another lead, whatever was said of this",
      ({ once_key }) => ({ once_key, lead_id: anyLeadId() }),
      "done",
    ],
    ["again of another lead by the same id", ({ id }) => ({ id, lead_id: anyLeadId() }), "done"],
    ["again of another client by the same id", ({ id }) => ({ id, client_id: newId() }), "done"],
    ["beside others of its lead", () => ({}), "done"],
    ["beside others that are said once", () => ({ once_key: "other" }), "done"],
  ])("%s", async (_what, given, came) => {
    const client = newId();
    const first = rowOf(anyLeadId(), client, { once_key: "won" });
    expect(await write(first)).toBe("done");
    expect(await write(rowOf(first.lead_id, client, given(first)))).toBe(came);
  });

  it("that matched no lead, to be seen, and not where nothing is wrong with it", async () => {
    const client = newId();
    const unmatched = rowOf(0, client, { refused: "no such lead" });
    await write(unmatched);
    await write(rowOf(0, client));
    expect(await keptOf(client)).toEqual([unmatched.id]);
  });

  it.each<[what: string, given: Partial<CallbackPlan>, after: object]>([
    ["and links its lead", { crmLeadId: "crm_2" }, { crm_lead_id: "crm_2", status: "new" }],
    ["and moves its lead", { stage: { from: "new", to: "won" } }, { crm_lead_id: "crm_1", status: "won" }],
    ["and leaves its lead alone where that is nothing new", {}, { crm_lead_id: "crm_1", status: "new" }],
  ])("%s, and no other", async (_what, given, after) => {
    const lead = await placeLead({ crm_lead_id: "crm_1" });
    const other = await placeLead({ client_id: lead.client_id, crm_lead_id: "crm_1", project_key: "other" });
    await write(rowOf(lead.id, lead.client_id), { lead: { ...shown(lead), crm_lead_id: "crm_1" }, ...given });
    const now = async (id: number) =>
      (await rows("SELECT crm_lead_id, status FROM leads WHERE id = ?", id))[0];
    expect(await now(lead.id)).toEqual(after);
    expect(await now(other.id)).toEqual({ crm_lead_id: "crm_1", status: "new" });
  });

  it("and links none that was linked otherwise since it was read", async () => {
    const lead = await placeLead({ crm_lead_id: "theirs" });
    const came = await write(rowOf(lead.id, lead.client_id), { lead: shown(lead), crmLeadId: "crm_2" });
    expect(came).toBe("conflict");
    expect(await rows("SELECT crm_lead_id FROM leads WHERE id = ?", lead.id)).toEqual([
      { crm_lead_id: "theirs" },
    ]);
  });

  it("and changes no lead of another client", async () => {
    const lead = await placeLead();
    await write(rowOf(lead.id, newId()), { lead: shown(lead), crmLeadId: "crm_2" });
    expect(await rows("SELECT crm_lead_id FROM leads WHERE id = ?", lead.id)).toEqual([
      { crm_lead_id: null },
    ]);
  });

  const counted = (client: string) =>
    rows(`SELECT outcome, value FROM ${deliveryCounts} WHERE client_id = ? AND value <> 0`, client);
  it.each<[status: DeliveriesTable["status"], after: DeliveriesTable["status"], counts: boolean]>([
    ["delivered", "confirmed", false],
    ["pending", "confirmed", true],
    ["in_flight", "confirmed", true],
    ["dead", "confirmed", true],
  ])("and confirms its delivery, which is %s, and no other", async (status, after, counts) => {
    const lead = await placeLead();
    const delivery = await placeDelivery({
      lead_id: lead.id,
      client_id: lead.client_id,
      status,
      confirm_by: 30,
      dead_letter_id: (await placeLetter()).id,
    });
    const neighbours = await placeNeighbours({ ...delivery, status: "delivered" });
    await write(rowOf(lead.id, lead.client_id), { confirmed: delivery });
    expect(await deliveryNow(delivery)).toMatchObject({ status: after, confirm_by: null });
    expect(await Promise.all(neighbours.map(deliveryNow))).toEqual(neighbours);
    expect(await counted(lead.client_id)).toEqual(counts ? [{ outcome: "delivered", value: 1 }] : []);
    const sent = await rows("SELECT last_sent_at FROM leads WHERE id = ?", lead.id);
    expect(sent).toEqual([{ last_sent_at: counts ? 20 : null }]);
  });

  it("and closes the letter of what arrived after all", async () => {
    const letter = await placeLetter();
    const delivery = await placeDelivery({ status: "dead", dead_letter_id: letter.id });
    await write(rowOf(delivery.lead_id, delivery.client_id), {
      confirmed: delivery,
    });
    expect((await letterNow(letter)).state).not.toBe("open");
  });

  it("and confirms nothing that is cancelled by now", async () => {
    const delivery = await placeDelivery({ status: "confirmed", confirm_by: 30 });
    const before = { ...delivery, status: "delivered" as const };
    await write(rowOf(delivery.lead_id, delivery.client_id), { confirmed: before });
    expect(await deliveryNow(delivery)).toEqual(delivery);
  });

  it("and nobody waits any more for what failed there", async () => {
    const delivery = await placeDelivery({ status: "delivered", confirm_by: 30 });
    const neighbours = await placeNeighbours(delivery);
    await write(rowOf(delivery.lead_id, delivery.client_id), {
      unconfirmed: delivery,
    });
    expect(await deliveryNow(delivery)).toEqual({ ...delivery, confirm_by: null, unconfirmed_at: 20 });
    expect(await Promise.all(neighbours.map(deliveryNow))).toEqual(neighbours);
  });
});

it.each<[what: string, now: Partial<DeliveriesTable>]>([
  ["was confirmed", { status: "confirmed" }],
  ["counts as that already", { unconfirmed_at: 5 }],
])("a callback that it failed is kept with nothing where its delivery %s meanwhile", async (_what, now) => {
  const delivery = await placeDelivery({ status: "delivered", ...now });
  const row = {
    lead_id: delivery.lead_id,
    client_id: delivery.client_id,
    id: newId(),
    kind: "execution" as const,
    once_key: null,
    delivery_id: delivery.public_id,
    destination_id: null,
    detail_json: "{}",
    refused: null,
    happened_at: 1,
    received_at: 20,
  };
  const none = { lead: null, crmLeadId: null, stage: null, confirmed: null, leaves: null, passedOnTo: null };
  const plan = { row, ...none, optOut: null, told: null, tallies: [] };
  const detail = {
    word: null,
    text: null,
    by: null,
    crm_lead_id: null,
    url: null,
    value: null,
    currency: null,
    stage: null,
  };
  const came = await whatCameOf(writeCallback(pipelineScope, { ...plan, detail, unconfirmed: delivery }));
  expect(came).toBe("conflict");
  expect(await deliveryNow(delivery)).toEqual(delivery);
});

describe("what is known of a callback", () => {
  const ask = (
    client_id: string,
    sought: CallbackSought,
    given: Partial<AskedCallback> = {},
  ): AskedCallback => ({
    id: newId(),
    client_id,
    sought,
    once_key: null,
    return_period: null,
    is_outcome: false,
    ...given,
  });
  const resolve = (...asked: AskedCallback[]) => runOne(env.DB, resolveCallbacks(pipelineScope, asked));
  const leadOf = async (client: string, sought: CallbackSought) =>
    (await resolve(ask(client, sought)))[0]?.lead?.id ?? null;

  it("is its client's lead, by whichever of its ids", async () => {
    const [lead, other] = [await placeLead({ crm_lead_id: "crm" }), await placeLead()];
    const delivery = await placeDelivery({ lead_id: lead.id, client_id: lead.client_id });
    const submission = {
      lead_id: lead.id,
      submission_number: 1,
      id: anyLeadId(),
      public_id: newId(),
      client_id: lead.client_id,
      form_id: "f",
      outcome: "new_lead",
      payload_json: "{}",
      decision_json: "{}",
      submitted_at: 1,
    };
    await placeRow("lead_submissions", submission);
    await placeRow("lead_identities", {
      client_id: lead.client_id,
      is_test: 0,
      kind: "phone",
      value: "+91-1",
      project_key: "",
      lead_id: lead.id,
    });
    await placeRow("lead_callbacks", {
      lead_id: lead.id,
      client_id: lead.client_id,
      id: newId(),
      kind: "outcome",
      once_key: "won",
      detail_json: "{}",
      happened_at: 1,
      received_at: 1,
    });
    for (const sought of [
      { lead_public_id: lead.public_id },
      { lead_submission_public_id: submission.public_id },
      { delivery_id: delivery.public_id },
      { lead_id: lead.id },
      { crm_lead_id: "crm" },
      { phone: "+91-1" },
    ]) {
      expect(await leadOf(lead.client_id, sought)).toBe(lead.id);
      expect(await leadOf(other.client_id, sought)).toBeNull();
      // Nor is another client told that something was said of it.
      const said = await resolve(
        ask(lead.client_id, sought, { once_key: "won" }),
        ask(other.client_id, sought, { once_key: "won" }),
      );
      expect(said.map(({ wasSaid }) => wasSaid)).toEqual([true, false]);
    }
    const known = { lead_public_id: "none", lead_id: lead.id };
    expect(await leadOf(lead.client_id, known)).toBe(lead.id);
    expect(await leadOf(lead.client_id, {})).toBeNull();
  });

  it("is the newest lead of several with a CRM's id or a phone, and no test's or another kind's", async () => {
    const client_id = newId();
    const [first, last] = [
      await placeLead({ client_id, crm_lead_id: "crm", id: 5_000 }),
      await placeLead({ client_id, crm_lead_id: "crm", id: 5_001, project_key: "b" }),
    ];
    const identity = (lead_id: number, given: object) =>
      placeRow("lead_identities", {
        client_id,
        is_test: 0,
        kind: "phone",
        value: "1",
        project_key: `${lead_id}`,
        lead_id,
        ...given,
      });
    await identity(first.id, {});
    await identity(last.id, {});
    await identity(9_000_000, { is_test: 1 });
    await identity(9_000_001, { kind: "email" });
    expect([
      await leadOf(client_id, { crm_lead_id: "crm" }),
      await leadOf(client_id, { phone: "1" }),
    ]).toEqual([last.id, last.id]);
  });

  it("is its client's delivery, and no other's", async () => {
    const delivery = await placeDelivery();
    const facts = await resolve(
      ask(delivery.client_id, { delivery_id: delivery.public_id }),
      ask(newId(), { delivery_id: delivery.public_id }),
      ask(delivery.client_id, { delivery_id: "none" }),
    );
    expect(facts.map((each) => each.delivery?.public_id ?? null)).toEqual([delivery.public_id, null, null]);
  });

  it("is whether it, or the same said before of its lead, is kept", async () => {
    const [lead, other] = [await placeLead(), await placeLead()];
    const keep = (lead_id: number, client_id: string, id: string, once_key: string | null) =>
      placeRow("lead_callbacks", {
        lead_id,
        client_id,
        id,
        kind: "activity",
        once_key,
        detail_json: "{}",
        happened_at: 1,
        received_at: 1,
      });
    const [id, unmatched, elses] = [newId(), newId(), newId()];
    await keep(lead.id, lead.client_id, id, "won");
    await keep(lead.id, newId(), elses, null);
    await keep(0, lead.client_id, unmatched, null);
    const isKept = async (given: Partial<AskedCallback>, of = lead) =>
      (await resolve(ask(of.client_id, { lead_id: of.id }, given)))[0]?.isKept;
    expect(await isKept({ id })).toBe(true);
    expect(await isKept({})).toBe(false);
    expect(await isKept({ id: elses })).toBe(false);
    const wasSaid = async (once_key: string | null, of = lead) =>
      (await resolve(ask(of.client_id, { lead_id: of.id }, { once_key })))[0]?.wasSaid;
    expect(await isKept({ once_key: "won" })).toBe(false);
    expect([await wasSaid("won"), await wasSaid("lost"), await wasSaid(null)]).toEqual([true, false, false]);
    expect(await wasSaid("won", other)).toBe(false);
    const nobody = { id: -1, client_id: lead.client_id, public_id: "" };
    expect(await isKept({ id: unmatched }, nobody)).toBe(true);
    expect(await isKept({}, nobody)).toBe(false);
  });

  it("is, of a return, which destinations have the lead, since when, and how many each gave back in the period", async () => {
    const lead = await placeLead();
    const arrived = (destination_id: string, given: Partial<DeliveriesTable> = {}) =>
      placeDelivery({
        lead_id: lead.id,
        client_id: lead.client_id,
        destination_id,
        status: "delivered",
        settled_at: 5,
        ...given,
      });
    const newest = await arrived("a", { settled_at: 7, status: "confirmed" });
    await arrived("a", { settled_at: 6 });
    const other = await arrived("b");
    await arrived("c", { status: "pending" });
    await arrived("d", { is_notice: 1 });
    await arrived("e", { lead_id: anyLeadId() });
    const tally = (subject: string, period: string, count: number, client_id = lead.client_id) =>
      placeRow("tallies", { client_id, subject, period, count, ends_at: null });
    await tally("return:a", "m:1", 3);
    await tally("return:a", "m:0", 40);
    await tally("return:z", "m:1", 50);
    await tally("return:b", "m:1", 60, newId());
    const sought = { lead_id: lead.id };
    const [facts, ofNone] = await resolve(
      ask(lead.client_id, sought, { return_period: "m:1", is_outcome: true }),
      ask(lead.client_id, sought),
    );
    expect(facts?.arrived.toSorted((a, b) => (a.destination_id < b.destination_id ? -1 : 1))).toEqual([
      { public_id: newest.public_id, destination_id: "a", settled_at: 7, returned: 3 },
      { public_id: other.public_id, destination_id: "b", settled_at: 5, returned: 0 },
    ]);
    expect(ofNone?.arrived).toEqual([]);
  });

  it("is, of a return, who gave the lead back before, and was not refused", async () => {
    const lead = await placeLead();
    const gaveBack = (destination_id: string | null, given: object = {}) =>
      placeRow("lead_callbacks", {
        lead_id: lead.id,
        client_id: lead.client_id,
        id: newId(),
        kind: "outcome",
        once_key: null,
        destination_id,
        detail_json: '{"word":"returned"}',
        happened_at: 1,
        received_at: 1,
        ...given,
      });
    await gaveBack("a");
    await gaveBack(null);
    await gaveBack("b", { refused: "too late" });
    await gaveBack("c", { kind: "activity" });
    await gaveBack("d", { detail_json: '{"word":"won"}' });
    await gaveBack("e", { lead_id: (await placeLead()).id });
    await gaveBack("f", { lead_id: 0 });
    const notice = await placeDelivery({ lead_id: 0, client_id: lead.client_id });
    const sought = { lead_id: lead.id };
    const [facts, ofNone, ofNobody] = await resolve(
      ask(lead.client_id, sought, { return_period: "m:1" }),
      ask(lead.client_id, sought),
      ask(lead.client_id, { delivery_id: notice.public_id }, { return_period: "m:1" }),
    );
    expect([facts?.returnedBy, ofNone?.returnedBy, ofNobody?.returnedBy]).toEqual([["a"], [], []]);
  });

  it("is nothing of what tells of no lead, and comes in the order in which it was asked", async () => {
    const client_id = newId();
    const notice = await placeDelivery({ lead_id: 0, client_id, status: "delivered", settled_at: 5 });
    const lead = await placeLead({ client_id });
    const facts = await resolve(
      ask(client_id, { lead_id: lead.id }),
      ask(client_id, { delivery_id: notice.public_id }, { return_period: "m:1", is_outcome: true }),
      ask(client_id, { lead_public_id: lead.public_id }),
    );
    expect(facts.map((each) => [each.lead?.id ?? null, each.arrived.length])).toEqual([
      [lead.id, 0],
      [null, 0],
      [lead.id, 0],
    ]);
  });
});
