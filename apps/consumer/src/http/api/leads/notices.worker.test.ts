import type { NoticeType } from "@leadrelay/contracts/event-type";
import { noticeSchema } from "@leadrelay/contracts/notice";
import { readFrozen } from "@leadrelay/core/payload/read-payload";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { houseWithLeads } from "../../../../test/api/house-with-leads.ts";
import { placeRow } from "../../../../test/place-row.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const both: NoticeType[] = ["lead.status_changed", "lead.note_added"];

/** A house with leads, and a chat that is told these. */
async function chatting(events: readonly NoticeType[] = both, given: object = {}) {
  const house = await houseWithLeads();
  const chat = `dst_chat_${crypto.randomUUID()}`;
  await placeRow("destinations", {
    id: chat,
    client_id: house.clientId,
    name: "Chat",
    kind: "slack",
    sealed_settings: "sealed",
    environments_json: '["development"]',
    event_types_json: JSON.stringify(events),
    created_at: 0,
    updated_at: 0,
    ...given,
  });
  const { call, queues } = testApi();
  const move = (status: string) =>
    call("PATCH", `/api/leads/${house.annas}`, { as: house.admin, body: { status } });
  const note = (text: string) =>
    call("POST", `/api/leads/${house.annas}/notes`, { as: house.agent, body: { text } });
  return { ...house, chat, call, queues, move, note };
}

interface ToldRow {
  lead_id: number;
  type: NoticeType;
  submission_public_id: string;
  payload_json: string;
  status: string;
  is_notice: number | null;
  event_id: string;
}
const toldTo = async (destinationId: string) =>
  (
    await rows<ToldRow>(
      `SELECT e.lead_id, e.type, e.submission_public_id, e.payload_json, d.status, d.is_notice, d.event_id
       FROM deliveries AS d JOIN events AS e ON e.lead_id = d.lead_id AND e.id = d.event_id
       WHERE d.destination_id = ? ORDER BY e.created_at, e.id`,
      destinationId,
    )
  ).map((row) => ({ ...row, ...readFrozen(row) }));

describe("what is done on a lead", () => {
  it("is told with the lead to those who take it, and woken at once", async () => {
    const house = await chatting();
    await house.move("contacted");
    await house.note("Wants three bedrooms.");
    const told = await toldTo(house.chat);
    expect(told).toMatchObject([
      {
        type: "lead.status_changed",
        status: "pending",
        is_notice: 1,
        notice: { lead_id: house.annas, change: { from: "new", to: "contacted", by: { kind: "operator" } } },
      },
      { type: "lead.note_added", notice: { note: { text: "Wants three bedrooms." } } },
    ]);
    for (const { notice, payload } of told) {
      expect(noticeSchema.parse(notice)).toEqual(notice);
      // As it was sent, so that there is more than its row says.
      expect(payload).toMatchObject({ lead_public_id: house.annas, user_country: "IN" });
      expect(notice?.summary).not.toContain(payload.first_name);
    }
    const woken = house.queues.deliveriesQueue.sent.flatMap((message) =>
      message.type === "wakeup" ? message.keys.map(({ event_id }) => event_id) : [],
    );
    expect(woken).toEqual(told.map(({ event_id }) => event_id));
    expect(await toldTo(house.destinationId)).toHaveLength(2);
  });

  it("is told to nobody where nobody takes it, and where nothing was changed", async () => {
    const house = await chatting(["lead.status_changed"]);
    await house.note("Wants three bedrooms.");
    await house.move("contacted");
    await house.move("contacted");
    expect((await toldTo(house.chat)).map(({ type }) => type)).toEqual(["lead.status_changed"]);
    const events = "SELECT type FROM events WHERE client_id = ? AND submission_public_id = ''";
    expect(await rows(events, house.clientId)).toHaveLength(1);
  });

  it("waits for a destination that is off, and wakes nobody", async () => {
    const house = await chatting(both, { enabled: 0 });
    await house.move("contacted");
    expect(await toldTo(house.chat)).toMatchObject([{ status: "held" }]);
    expect(house.queues.deliveriesQueue.sent).toEqual([]);
  });

  it("by many at once is told in steps that follow one another", async () => {
    const house = await chatting();
    await Promise.all(["contacted", "qualified", "won"].map(house.move));
    const steps = await rows<{ previous: string; text: string }>(
      "SELECT previous, text FROM lead_activity WHERE client_id = ?",
      house.clientId,
    );
    const told = (await toldTo(house.chat)).map(({ notice }) =>
      notice?.type === "lead.status_changed" ? `${notice.change.from} ${notice.change.to}` : "",
    );
    expect(new Set(told)).toEqual(new Set(steps.map(({ previous, text }) => `${previous} ${text}`)));
    expect(told).toHaveLength(3);
  });

  it("and asked for twice under one key is told once", async () => {
    const house = await chatting();
    const headers = { "idempotency-key": crypto.randomUUID() };
    const ask = () =>
      house.call("POST", `/api/leads/${house.annas}/notes`, {
        as: house.agent,
        headers,
        body: { text: "Hi" },
      });
    await ask();
    await ask();
    expect(await toldTo(house.chat)).toHaveLength(1);
  });
});

it("a lead stands where its own deliveries stand, whatever becomes of notices about it", async () => {
  const house = await chatting();
  await house.move("contacted");
  await env.DB.batch([
    env.DB.prepare(
      "UPDATE deliveries SET status = 'delivered', settled_at = 1 WHERE destination_id = ?",
    ).bind(house.destinationId),
    env.DB.prepare(
      "UPDATE deliveries SET status = 'held', next_attempt_at = NULL WHERE destination_id = ?",
    ).bind(house.chat),
  ]);
  const standing = async (stands: string) =>
    (await house.call("GET", `/api/leads?stands=${stands}`, { as: house.admin })).body.items.length;
  expect([await standing("held"), await standing("undelivered"), await standing("delivered")]).toEqual([
    0, 0, 2,
  ]);
});

it("the timeline tells who was told of a note, and takes it for no delivery of the lead", async () => {
  const house = await chatting();
  await house.note("Wants three bedrooms.");
  await env.DB.prepare(
    "UPDATE deliveries SET status = 'dead', settled_at = 9999999999999, last_error = 'HTTP 404: gone' WHERE destination_id = ?",
  )
    .bind(house.chat)
    .run();
  const read = async (path: string, as: string) => (await house.call("GET", path, { as })).body;
  const [newest, before] = (await read(`/api/leads/${house.annas}/timeline`, house.admin)).items;
  expect(newest).toMatchObject({
    kind: "notice",
    what: "Chat could not be told of the note, and no attempt is left: it needs a person.",
    destination_id: house.chat,
    error: "HTTP 404: gone",
  });
  expect(before).toMatchObject({ kind: "note", note: "Wants three bedrooms." });
  const lead = await read(`/api/leads/${house.annas}`, house.admin);
  expect(lead.stands.state).toBe("pending");
  expect(lead.deliveries.map(({ destination_id }: { destination_id: string }) => destination_id)).toEqual([
    house.destinationId,
  ]);
});
