import { deliveryId, eventId } from "@leadrelay/core/ids/derived-id";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { leadOf } from "../../../../test/api/person.ts";
import { deliverMessages } from "../../../../test/deliver-messages.ts";
import { payloadsOf, tracesOf } from "../../../../test/stored-texts.ts";
import { where } from "../../../../test/api/where.ts";
import { rows } from "../../../../test/tenant.ts";
import { submissionCounts } from "../../../../test/counters.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call, queues } = testApi();

const start = 1_700_000_000_000;
const anna = { name: "Anna Bell", email: "desk@example.com", phone: "+91 98765 43219", visitor_id: "kiosk" };
const bob = { name: "Bob Cole", email: "desk@example.com", visitor_id: "kiosk" };
const bobsPhone = { ...bob, phone: "+91 98450 12367" };

/** Anna at a kiosk, then Bob, twice, with her e-mail address and the same browser: taken for her. */
async function merged() {
  const house = await newHouse();
  const bodies = [anna, bob, bobsPhone].map((fields, index) =>
    house.submission({
      fields,
      payload: fields,
      received_at: start + index * 60_000,
      context: { ...house.submission().context, ip: index === 0 ? "203.0.113.7" : "203.0.113.8" },
    }),
  );
  for (const body of bodies) await deliverMessages([body]);
  const ids = bodies.map(({ submission_id }) => submission_id);
  const [first = "", second = "", third = ""] = ids;
  return { house, bodies, first, second, third, leadId: await leadOf(first) };
}

const planned = (house: House, leadId: string, ids: readonly string[]) =>
  call("GET", `/api/leads/${leadId}/split?submission_ids=${ids.join(",")}`, { as: house.owner });
const split = (house: House, leadId: string, ids: readonly string[], version = 3) =>
  call("POST", `/api/leads/${leadId}/split`, {
    as: house.owner,
    body: { submission_ids: ids, version },
  });

const everything = async ({ clientId }: House) => ({
  leads: await rows("SELECT * FROM leads WHERE client_id = ? ORDER BY id", clientId),
  submissions: await rows(
    "SELECT * FROM lead_submissions WHERE client_id = ? ORDER BY lead_id, submission_number",
    clientId,
  ),
  events: await rows("SELECT * FROM events WHERE client_id = ? ORDER BY lead_id, id", clientId),
  deliveries: await rows("SELECT * FROM deliveries WHERE client_id = ? ORDER BY public_id", clientId),
  identities: await rows(
    "SELECT kind, value, lead_id FROM lead_identities WHERE client_id = ? ORDER BY kind, value",
    clientId,
  ),
  words: await rows("SELECT word, lead_id FROM lead_name_words WHERE client_id = ? ORDER BY word", clientId),
  counted: await rows(
    `SELECT outcome, value FROM ${submissionCounts} WHERE client_id = ? ORDER BY outcome`,
    clientId,
  ),
});

describe("a plan of a split", () => {
  it("tells who goes with what, who hears of it, and changes nothing", async () => {
    const { house, leadId, second, third } = await merged();
    const before = await everything(house);
    const { status, body } = await planned(house, leadId, [third, second]);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: "planned",
      lead_id: leadId,
      new_lead_id: null,
      plan: {
        version: 3,
        submissions: [
          { id: second, submission_number: 2 },
          { id: third, submission_number: 3 },
        ],
        new_lead: {
          contact_name: "Bob Cole",
          contact_email: "desk@example.com",
          contact_phone: "+91-9845012367",
          submissions: 2,
        },
        old_lead: { contact_name: "Anna Bell", contact_phone: "+91-9876543219", submissions: 1 },
        sends: [{ destination_id: house.destinationId, name: "Make", sentence: "Goes to Make." }],
        cancels: [],
      },
    });
    expect(body.plan.identities.map((one: { kind: string }) => one.kind).toSorted()).toEqual(["ip", "phone"]);
    expect(await everything(house)).toEqual(before);
  });

  it("is masked for those who see contacts so", async () => {
    const { house, leadId, second } = await merged();
    const { body } = await call("GET", `/api/leads/${leadId}/split?submission_ids=${second}`, {
      as: house.viewer,
    });
    expect(JSON.stringify(body)).not.toMatch(/Bob Cole|desk@|203\.0/);
  });
});

describe("a split", () => {
  it("makes a lead of its own that is sent once, with what only they were known under", async () => {
    const { house, leadId, first, second, third } = await merged();
    const before = await everything(house);
    const { status, body } = await split(house, leadId, [second, third]);
    expect([status, body.state]).toEqual([200, "done"]);
    expect(await leadOf(second)).toBe(body.new_lead_id);
    expect(await leadOf(first)).toBe(leadId);
    const after = await everything(house);
    const [old, made] = after.leads;
    expect(old).toMatchObject({
      public_id: leadId,
      contact_name: "Anna Bell",
      contact_phone: "+91-9876543219",
      submission_count: 4,
      last_submitted_at: start,
      visitor_id: "kiosk",
    });
    expect(made).toMatchObject({
      public_id: body.new_lead_id,
      contact_name: "Bob Cole",
      contact_phone: "+91-9845012367",
      submission_count: 2,
      first_submitted_at: start + 60_000,
      last_submitted_at: start + 120_000,
      status: "new",
      last_sent_at: null,
    });
    expect(after.submissions.map((row) => [row.lead_id, row.submission_number, row.outcome])).toEqual([
      [old?.id, 1, "new_lead"],
      [made?.id, 1, "new_lead"],
      [made?.id, 2, "duplicate"],
    ]);
    expect(after.identities).toEqual([
      { kind: "email", value: "desk@example.com", lead_id: old?.id },
      { kind: "ip", value: "203.0.113.7", lead_id: old?.id },
      { kind: "ip", value: "203.0.113.8", lead_id: made?.id },
      { kind: "phone", value: "+91-9845012367", lead_id: made?.id },
      { kind: "phone", value: "+91-9876543219", lead_id: old?.id },
      { kind: "visitor_id", value: "kiosk", lead_id: old?.id },
    ]);
    expect(after.words).toEqual([
      { word: "anna", lead_id: old?.id },
      { word: "bell", lead_id: old?.id },
      { word: "bob", lead_id: made?.id },
      { word: "cole", lead_id: made?.id },
    ]);
    expect(before.counted).toEqual([
      { outcome: "duplicate", value: 2 },
      { outcome: "new_lead", value: 1 },
    ]);
    expect(after.counted).toEqual([
      { outcome: "duplicate", value: 1 },
      { outcome: "new_lead", value: 2 },
    ]);
    const event = eventId(second, "lead.created");
    const fresh = after.deliveries.filter(({ lead_id }) => lead_id === made?.id);
    expect(fresh).toMatchObject([
      {
        event_id: event,
        public_id: deliveryId(event, house.destinationId),
        status: "pending",
        attempts: 0,
      },
    ]);
    const told = (await payloadsOf(house.clientId)).find(
      ({ payload }) => payload.lead_public_id === body.new_lead_id,
    );
    expect(told).toMatchObject({
      type: "lead.created",
      payload: {
        first_name: "Bob Cole",
        email: "desk@example.com",
        phone_mobile: "+91-9845012367",
        country_code: "+91",
        is_duplicate: "no",
        form_submit_count: 2,
        user_ip: "203.0.113.8",
        visitor_id: "kiosk",
        lead_submission_public_id: second,
        lead_id: made?.id,
      },
    });
    expect(JSON.stringify(queues.deliveriesQueue.sent)).toContain(event);
  });

  it("says in the story of both whose they were, and in the trace by what", async () => {
    const { house, leadId, second, third } = await merged();
    const { body } = await split(house, leadId, [second, third]);
    const [, mine, other] = await tracesOf(house.clientId);
    expect(mine).toMatchObject({
      rule: "split",
      event: "lead.created",
      passed_over: [{ kind: "visitor_id", lead: { public_id: leadId }, differs: [] }],
      destinations: [{ reason: "subscribed" }],
    });
    expect(other).toMatchObject({ rule: "split", event: null, destinations: [] });
    const shown = await call("GET", `/api/submissions/${second}`, { as: house.owner });
    expect(shown.body.decision.sentences[0]).toBe(
      `Made a lead of its own by hand: it had been taken for lead ${leadId}, by the same browser.`,
    );
    const timelines = await Promise.all(
      [leadId, body.new_lead_id].map(async (id: string) =>
        JSON.stringify((await call("GET", `/api/leads/${id}/timeline`, { as: house.owner })).body),
      ),
    );
    expect(timelines[0]).toContain(`became lead ${body.new_lead_id}`);
    expect(timelines[1]).toContain(`had been taken for lead ${leadId}`);
    const audit = await rows("SELECT action, subject_id FROM audit_log WHERE client_id = ?", house.clientId);
    expect(audit).toContainEqual({ action: "lead.split", subject_id: leadId });
  });

  it("leaves what was told where it is, and cancels what waits to tell it of the lead they leave", async () => {
    const { house, leadId, second, third } = await merged();
    await env.DB.prepare(
      "UPDATE deliveries SET status = 'delivered', settled_at = 1, next_attempt_at = NULL WHERE client_id = ?",
    )
      .bind(house.clientId)
      .run();
    const key = eventId(third, "lead.updated");
    const waiting = deliveryId(key, "crm");
    await env.DB.prepare(
      `INSERT INTO deliveries (lead_id, event_id, destination_id, public_id, client_id, status, max_attempts, next_attempt_at, created_at)
       SELECT lead_id, id, 'crm', ?, client_id, 'pending', 3, 1, 1 FROM events WHERE id = ?`,
    )
      .bind(waiting, key)
      .run();
    const before = await everything(house);
    const plan = await planned(house, leadId, [second, third]);
    expect(plan.body.plan.cancels).toEqual([{ delivery_id: waiting, destination_id: "crm" }]);
    const { body } = await split(house, leadId, [second, third]);
    const after = await everything(house);
    expect(after.deliveries.find(({ public_id }) => public_id === waiting)).toMatchObject({
      status: "cancelled",
      last_error: `its submission was split off into lead ${body.new_lead_id}`,
    });
    for (const event of before.events) expect(after.events).toContainEqual(event);
  });

  it("is undone by no redelivery of the messages, and done once however often it is asked for", async () => {
    const { house, bodies, leadId, second, third } = await merged();
    const answers = await Promise.all([1, 2, 3].map(() => split(house, leadId, [second, third])));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const states = answers.map(({ body }) => String(body.state));
    expect(states.toSorted()).toEqual(["done", "done_before", "done_before"]);
    expect(new Set(answers.map(({ body }) => body.new_lead_id)).size).toBe(1);
    const after = await everything(house);
    for (const body of bodies) await deliverMessages([body, body]);
    expect(await split(house, leadId, [third, second])).toMatchObject({
      status: 200,
      body: { state: "done_before", plan: null },
    });
    expect(await planned(house, leadId, [second, third])).toMatchObject({ body: { state: "done_before" } });
    expect(await everything(house)).toEqual(after);
    const audit = await rows(
      "SELECT id FROM audit_log WHERE client_id = ? AND action = 'lead.split'",
      house.clientId,
    );
    expect(audit).toHaveLength(1);
  });

  it("is followed by both people being found as themselves", async () => {
    const { house, leadId, second, third } = await merged();
    const { body } = await split(house, leadId, [second, third]);
    const post = async (fields: Record<string, string>, at: number) => {
      const message = house.submission({
        fields,
        received_at: start + at,
        context: { ...house.submission().context, ip: null },
      });
      await deliverMessages([message]);
      return leadOf(message.submission_id);
    };
    expect(await post({ name: "Bob", phone: bobsPhone.phone }, 200_000)).toBe(body.new_lead_id);
    expect(await post({ name: "Anna", email: anna.email }, 300_000)).toBe(leadId);
    const numbers = await rows(
      "SELECT submission_number AS n FROM lead_submissions WHERE client_id = ? ORDER BY lead_id, n",
      house.clientId,
    );
    expect(numbers.map(({ n }) => n)).toEqual([1, 5, 1, 2, 3]);
  });

  it("has a search find each by what they gave, also where another keeps it", async () => {
    const house = await newHouse();
    const carla = { name: "Carla Diaz", email: "carla@example.com", visitor_id: "own" };
    const posts = [carla, anna, bob, { ...bob, email: carla.email }];
    const ids: string[] = [];
    for (const [index, fields] of posts.entries()) {
      const message = house.submission({ fields, payload: fields, received_at: start + index * 60_000 });
      const ip = index === 0 ? "203.0.113.7" : "203.0.113.8";
      await deliverMessages([{ ...message, context: { ...message.context, ip } }]);
      ids.push(message.submission_id);
    }
    const [hers = "", annas = "", second = "", third = ""] = ids;
    const [carlas, leadId] = [await leadOf(hers), await leadOf(annas)];
    expect(await leadOf(third)).toBe(leadId);
    const foundBy = async (contact: string) => {
      const { body } = await where(contact, house.owner);
      return new Set(body.candidates.map(({ id }: { id: string }) => id));
    };
    expect(await foundBy(carla.email)).toEqual(new Set([carlas, leadId]));
    const { body } = await split(house, leadId, [second, third], 3);
    expect(body.state).toBe("done");
    expect(await foundBy(carla.email)).toEqual(new Set([carlas, body.new_lead_id]));
    expect(await foundBy(anna.email)).toEqual(new Set([leadId, body.new_lead_id]));
    expect(await foundBy(anna.phone)).toEqual(new Set([leadId]));
  });

  it("of what came while it was planned is planned anew", async () => {
    const { house, leadId, second, third } = await merged();
    await deliverMessages([house.submission({ fields: anna, received_at: start + 180_000 })]);
    expect(await split(house, leadId, [second, third])).toMatchObject({
      status: 409,
      body: { detail: "The lead changed since this was planned: plan it again." },
    });
    expect(await split(house, leadId, [second, third], 4)).toMatchObject({ status: 200 });
  });

  it("of what was unsent is released as the new lead's, and what tells of it is unsent no more", async () => {
    const { house, leadId, second, third } = await merged();
    const marks = () =>
      rows(
        "SELECT public_id, unsent, unsent_payload IS NOT NULL AS kept FROM lead_submissions WHERE client_id = ? ORDER BY submitted_at",
        house.clientId,
      );
    expect((await marks()).map(({ unsent }) => unsent)).toEqual([
      null,
      "duplicate_window",
      "duplicate_window",
    ]);
    await split(house, leadId, [second, third]);
    expect((await marks()).map(({ unsent }) => unsent)).toEqual([null, null, "duplicate_window"]);
    // It had told of a phone, so what it says stood in an event: that one stays with the lead it left.
    const filter = { status: "unsent", submission_ids: [third] };
    const { body } = await call("POST", "/api/replays", { as: house.owner, body: { filter } });
    expect(body.summary).toMatchObject({ release: { submissions: 1 }, skipped: [] });
  });

  it.each([
    ["all of it", "all", "are all that the lead has"],
    ["its first", "first", "hold the lead's first"],
    ["another's", "other", "is no submission of this lead"],
  ])("of %s is refused", async (_, which, said) => {
    const { house, leadId, first, second, third } = await merged();
    const ids =
      { all: [first, second, third], first: [first], other: [second, crypto.randomUUID()] }[which] ?? [];
    const before = await everything(house);
    for (const answer of [await planned(house, leadId, ids), await split(house, leadId, ids)]) {
      expect(answer.status).toBe(422);
      expect(answer.body.detail).toContain(said);
    }
    expect(await everything(house)).toEqual(before);
  });
});
