import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { anna, expectNothingOfAnna, leadOf, submitForm } from "../../../../test/api/person.ts";
import { testNow } from "../../../../test/deliver-messages.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const read = (path: string, as: string) => call("GET", path, { as });
const idsOf = ({ body }: { body: { items: { id: string }[] } }) => body.items.map(({ id }) => id);
const minuteMs = 60_000;

/** Annabel twice, the second time 12 minutes later: a duplicate. */
async function houseWithRepeat() {
  const house = await newHouse();
  await env.DB.prepare("UPDATE destinations SET name = 'Demo Make scenario' WHERE id = ?")
    .bind(house.destinationId)
    .run();
  const first = await submitForm(house, anna, { received_at: testNow - 20 * minuteMs });
  const second = await submitForm(house, anna, { received_at: testNow - 8 * minuteMs });
  return { ...house, first, second };
}

/** Annabel from a blocked address. */
async function submitBlocked(house: House) {
  await env.DB.prepare(
    "INSERT INTO blocked_ips (client_id, cidr, blocked_at) VALUES (?, '203.0.113.77/32', 0)",
  )
    .bind(house.clientId)
    .run();
  return submitForm(house);
}

describe("submissions", () => {
  it("are listed newest first, each with why it was decided so", async () => {
    const house = await houseWithRepeat();
    const { body } = await read("/api/submissions", house.admin);
    expect(body.items).toMatchObject([
      {
        id: house.second,
        lead_id: await leadOf(house.first),
        outcome: "duplicate",
        submission_number: 2,
        explanation: expect.stringContaining("the same browser came 12 minutes earlier"),
        contact_email: anna.email,
        page_url: "https://example.com/visit?ref=heard-of-annabel",
      },
      { id: house.first, outcome: "new_lead", explanation: expect.stringContaining("Stored as a new lead") },
    ]);
  });

  it("are filtered, page by page, by all that the list takes", async () => {
    const house = await houseWithRepeat();
    const all = [house.second, house.first];
    const { formId, clientId } = house;
    for (const filter of [
      "",
      `&client_id=${clientId}`,
      `&form_id=${formId}`,
      "&since=1&until=9000000000000",
    ]) {
      const page = await read(`/api/submissions?limit=1${filter}`, house.admin);
      const next = `/api/submissions?limit=1${filter}&cursor=${page.body.next_cursor}`;
      expect([...idsOf(page), ...idsOf(await read(next, house.admin))]).toEqual(all);
    }
    expect(idsOf(await read("/api/submissions?outcome=duplicate", house.admin))).toEqual([house.second]);
    expect(idsOf(await read("/api/submissions?outcome=test", house.admin))).toEqual([]);
    const until = testNow - 8 * minuteMs;
    expect(idsOf(await read(`/api/submissions?until=${until}`, house.admin))).toEqual([house.first]);
    expect(idsOf(await read(`/api/submissions?since=${until}`, house.admin))).toEqual([house.second]);
  });

  it("are shown with what was posted, the decision in words, and whom it reached", async () => {
    const house = await houseWithRepeat();
    const { body } = await read(`/api/submissions/${house.first}`, house.admin);
    expect(body).toMatchObject({
      id: house.first,
      payload: { ...anna, note: "heard-of-annabel" },
      decision: {
        sentences: ["Stored as a new lead: nobody known on this project matches it."],
        destinations: [
          {
            id: house.destinationId,
            name: "Demo Make scenario",
            sentence: "Goes to Demo Make scenario.",
          },
        ],
        trace: { rule: "new_lead" },
      },
      events: [{ type: "lead.created" }],
      deliveries: [
        { destination_id: house.destinationId, destination_name: "Demo Make scenario", status: "pending" },
      ],
    });
    const repeat = await read(`/api/submissions/${house.second}`, house.admin);
    expect(repeat.body.decision.sentences).toContain("It tells nothing new, so no destination hears of it.");
    expect(repeat.body).toMatchObject({ events: [], deliveries: [] });
  });

  it("show nothing of a person to who sees contacts masked", async () => {
    const house = await houseWithRepeat();
    const notes = ["1 file skipped: annabel.pdf"];
    const noted = await submitForm(house, anna, { notes, received_at: testNow });
    for (const path of ["/api/submissions", ...[house.first, house.second, noted].map(pathOf)]) {
      const { status, body } = await read(path, house.viewer);
      expect(status).toBe(200);
      expectNothingOfAnna(body);
    }
    const { body } = await read(pathOf(house.first), house.viewer);
    expect(body).toMatchObject({ masked: true, payload: null, page_url: "https://example.com/visit" });
    expect(body.decision.destinations[0].sentence).toBe("Goes to Demo Make scenario.");
  });

  it("of another tenant are not there, and a reading by the agency is written down", async () => {
    const [house, other] = await Promise.all([houseWithRepeat(), newHouse()]);
    expect((await read(pathOf(house.first), other.owner)).status).toBe(404);
    expect((await read(`/api/submissions?form_id=${house.formId}`, other.owner)).status).toBe(404);
    await read(pathOf(house.first), house.owner);
    await read("/api/submissions", house.agent);
    await read("/api/submissions", house.viewer);
    const audit = "SELECT action, subject_id, detail_json FROM audit_log WHERE client_id = ? ORDER BY id";
    expect(await rows(audit, house.clientId)).toEqual([
      { action: "submission.read", subject_id: house.first, detail_json: '{"count":1}' },
      { action: "submissions.listed", subject_id: house.clientId, detail_json: '{"count":2}' },
    ]);
  });
});

const pathOf = (id: string) => `/api/submissions/${id}`;

describe("blocked submissions", () => {
  it("are a list of their own", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const id = await submitBlocked(house);
    const { body } = await read(`/api/blocked-submissions?form_id=${house.formId}&since=1`, house.admin);
    expect(body.items).toMatchObject([
      { id, contact_name: anna.name, ip: "203.0.113.77", matched_cidr: "203.0.113.77/32" },
    ]);
    expect(idsOf(await read("/api/submissions", house.admin))).toEqual([]);
    expect((await read(pathOf(id), house.admin)).status).toBe(404);
    const shown = await read(`/api/blocked-submissions/${id}`, house.owner);
    expect(shown.body.payload).toMatchObject({ email: anna.email });
    expect((await read(`/api/blocked-submissions/${id}`, other.owner)).status).toBe(404);
  });

  it("show nothing of a person to who sees contacts masked", async () => {
    const house = await newHouse();
    const id = await submitBlocked(house);
    for (const path of ["/api/blocked-submissions", `/api/blocked-submissions/${id}`]) {
      const { status, body } = await read(path, house.viewer);
      expect(status).toBe(200);
      expectNothingOfAnna(body);
    }
    const { body } = await read(`/api/blocked-submissions/${id}`, house.viewer);
    expect(body).toMatchObject({ ip: "203.0.113.0/24", matched_cidr: "203.0.113.0/24", payload: null });
  });
});

describe("events", () => {
  it("are listed with what destinations are sent, also those of one lead", async () => {
    const [house, other] = await Promise.all([houseWithRepeat(), houseWithRepeat()]);
    const lead = await leadOf(house.first);
    for (const path of ["/api/events", `/api/events?form_id=${house.formId}`, `/api/leads/${lead}/events`]) {
      const { body } = await read(path, house.admin);
      expect(body.items).toMatchObject([
        { type: "lead.created", lead_id: lead, submission_id: house.first, payload: { email: anna.email } },
      ]);
      const masked = await read(path, house.viewer);
      expect(masked.body.items).toMatchObject([{ lead_id: lead, payload: null, masked: true }]);
      expectNothingOfAnna(masked.body);
    }
    expect((await read("/api/events?type=lead.updated", house.admin)).body.items).toEqual([]);
    expect((await read(`/api/leads/${lead}/events`, other.owner)).status).toBe(404);
  });

  it("go on where they stopped", async () => {
    const house = await houseWithRepeat();
    const lead = await leadOf(house.first);
    const third = await submitForm(house, { ...anna, phone: "+49 30 901820" }, { received_at: testNow });
    for (const path of ["/api/events", `/api/leads/${lead}/events`]) {
      const found: string[] = [];
      let cursor = "";
      for (let page = 0; page < 4 && cursor !== "&cursor=null"; page += 1) {
        const { body } = await read(`${path}?limit=1${cursor}`, house.admin);
        found.push(...body.items.map((item: { submission_id: string }) => item.submission_id));
        cursor = `&cursor=${body.next_cursor}`;
      }
      expect(found).toEqual([third, house.first]);
    }
  });
});
