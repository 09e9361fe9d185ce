import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { anna, expectNothingOfAnna, leadOf, submitForm } from "../../../../test/api/person.ts";
import { testNow } from "../../../../test/deliver-messages.ts";
import { hookUrl, scriptedReceiver, sealUrl, wake } from "../../../../test/deliver-wakeups.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi({ now: () => testNow + 10_000 });
const read = (path: string, as: string) => call("GET", path, { as });

interface Told {
  at: number;
  kind: string;
  what: string;
}
const kindsOf = (items: Told[]) => items.map(({ kind }) => kind);

/** Annabel's lead: refused by the receiver, who quotes her; moved on, noted, and submitted again. */
async function houseWithStory() {
  const house = await newHouse();
  await sealUrl(house, hookUrl);
  const first = await submitForm(house, anna, { received_at: testNow - 60_000 });
  const keys = await rows<{ lead_id: number }>(
    "SELECT lead_id, event_id, destination_id FROM deliveries WHERE client_id = ?",
    house.clientId,
  );
  const { fetch } = scriptedReceiver(new Response(`${anna.email} is unknown`, { status: 422 }));
  await wake(keys, { fetch, now: () => testNow + 1_000 });
  const lead = await leadOf(first);
  const done = testApi({ now: () => testNow + 2_000 });
  const note = `Rang ${anna.name}, no answer.`;
  await done.call("POST", `/api/leads/${lead}/notes`, { as: house.agent, body: { text: note } });
  await done.call("PATCH", `/api/leads/${lead}`, { as: house.agent, body: { status: "contacted" } });
  const second = await submitForm(house, anna, { received_at: testNow + 5_000 });
  return { ...house, first, second, lead, note };
}

describe("a lead's timeline", () => {
  it("tells everything in order: submissions, decisions, attempts, dead letters, notes, steps", async () => {
    const house = await houseWithStory();
    const { body } = await read(`/api/leads/${house.lead}/timeline`, house.admin);
    expect(kindsOf(body.items).toReversed()).toEqual([
      "received",
      "decided",
      "stored",
      "destination",
      "attempt",
      "dead_letter",
      "note",
      "status",
      "received",
      "decided",
      "stored",
    ]);
    expect(body.items.find(({ kind }: Told) => kind === "attempt")).toMatchObject({
      what: "Attempt 1 at Make: refused (HTTP 422); no retry mends that.",
      error: expect.stringContaining("is unknown"),
      submission_id: house.first,
      delivery_id: expect.any(String),
    });
    expect(body.items.find(({ kind }: Told) => kind === "note")).toMatchObject({ note: house.note });
    expect(body.items.find(({ kind }: Told) => kind === "status").what).toContain("from new to contacted");
    expect(body.next_cursor).toBeNull();
  });

  it("goes on where it stopped, each submission with what followed it", async () => {
    const house = await houseWithStory();
    const told: string[] = [];
    let cursor = "";
    for (let page = 0; page < 9 && cursor !== "&cursor=null"; page += 1) {
      const { body } = await read(`/api/leads/${house.lead}/timeline?limit=1${cursor}`, house.admin);
      told.push(kindsOf(body.items).join(" "));
      cursor = `&cursor=${body.next_cursor}`;
    }
    expect(told).toEqual([
      "stored decided received",
      "status",
      "note",
      "dead_letter attempt destination stored decided received",
    ]);
  });

  it("shows nothing of a person to who sees contacts masked, and nothing at all to other tenants", async () => {
    const [house, other] = await Promise.all([houseWithStory(), newHouse()]);
    const { status, body } = await read(`/api/leads/${house.lead}/timeline`, house.viewer);
    expect(status).toBe(200);
    expect(body.items).toHaveLength(11);
    expectNothingOfAnna(body);
    expect((await read(`/api/leads/${house.lead}/timeline`, other.owner)).status).toBe(404);
  });
});

describe("a lead", () => {
  it("is shown with what it is known by, what it submitted, and where that went", async () => {
    const house = await houseWithStory();
    const { body } = await read(`/api/leads/${house.lead}`, house.admin);
    expect(body).toMatchObject({
      id: house.lead,
      contact_name: anna.name,
      status: "contacted",
      submission_count: 2,
      identities: [
        { kind: "visitor_id", value: "visitor-of-annabel" },
        { kind: "visitor_id", value: null },
        { kind: "email", value: anna.email.toLowerCase() },
        { kind: "phone", value: "+91-9876543219" },
        { kind: "ip", value: null },
      ],
      submissions: [
        { id: house.second, outcome: "duplicate" },
        { id: house.first, outcome: "new_lead", page_url: "https://example.com/visit?ref=heard-of-annabel" },
      ],
      deliveries: [{ submission_id: house.first, destination_name: "Make", status: "dead", attempts: 1 }],
      stands: {
        state: "dead",
        sentence: "Make does not have it, and no attempt is left: it needs a person.",
        next: expect.stringContaining("retry it"),
      },
    });
  });

  it("shows nothing of a person to who sees contacts masked, and nothing at all to other tenants", async () => {
    const [house, other] = await Promise.all([houseWithStory(), newHouse()]);
    const { body } = await read(`/api/leads/${house.lead}`, house.viewer);
    expectNothingOfAnna(body);
    expect(body).toMatchObject({ contact_email: "A•••@winter.example", masked: true });
    expect((await read(`/api/leads/${house.lead}`, other.owner)).status).toBe(404);
  });

  it("that the agency reads leaves an entry the client can see", async () => {
    const house = await houseWithStory();
    for (const as of [house.owner, house.agent, house.admin, house.viewer])
      await read(`/api/leads/${house.lead}`, as);
    await read(`/api/leads/${house.lead}/timeline`, house.agent);
    const audit = `SELECT actor_id, subject_id FROM audit_log WHERE client_id = ? AND action = 'lead.read' ORDER BY id`;
    expect(await rows(audit, house.clientId)).toEqual([
      { actor_id: house.owner, subject_id: house.lead },
      { actor_id: house.agent, subject_id: house.lead },
      { actor_id: house.agent, subject_id: house.lead },
    ]);
  });
});
