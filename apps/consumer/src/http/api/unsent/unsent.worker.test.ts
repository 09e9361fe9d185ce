import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { anna, expectNothingOfAnna, leadOf, submitForm } from "../../../../test/api/person.ts";
import { unsentHouse } from "../../../../test/api/unsent-house.ts";
import { testNow } from "../../../../test/deliver-messages.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const read = (path: string, as: string) => call("GET", path, { as });
const idsOf = ({ body }: { body: { items: { id: string }[] } }) => body.items.map(({ id }) => id);
const minuteMs = 60_000;

describe("what was not sent", () => {
  it("is listed newest first, wherever it is kept, each with its rule in words", async () => {
    const { house, sent, duplicate, test, blocked, nobody } = await unsentHouse();
    const { body } = await read("/api/unsent", house.admin);
    expect(body.items).toMatchObject([
      {
        id: blocked,
        rule: "blocked",
        lead_id: null,
        explanation: "It came from an address that the client blocks (203.0.113.77/32).",
      },
      {
        id: nobody,
        rule: "no_destination",
        lead_id: await leadOf(nobody),
        explanation: "No destination took its lead.created.",
      },
      {
        id: test,
        rule: "test",
        explanation: "It is a test: it holds one of the client's test strings. No destination takes tests.",
      },
      {
        id: duplicate,
        rule: "duplicate_window",
        lead_id: await leadOf(sent),
        explanation: expect.stringContaining("the same browser came 12 minutes earlier"),
        contact_email: anna.email,
        form_id: house.formId,
      },
    ]);
  });

  it("is filtered by rule, form and time, and read page by page", async () => {
    const { house, duplicate, test, blocked, nobody } = await unsentHouse();
    const all = [blocked, nobody, test, duplicate];
    const asked = (filter: string) => read(`/api/unsent?${filter}`, house.admin);
    const byRule = { blocked, no_destination: nobody, test, duplicate, duplicate_window: duplicate };
    for (const [rule, id] of Object.entries(byRule)) expect(idsOf(await asked(`rule=${rule}`))).toEqual([id]);
    expect(idsOf(await asked("rule=reengage_wait"))).toEqual([]);
    expect((await asked("rule=whatever")).status).toBe(400);
    expect(idsOf(await asked(`form_id=${house.formId}&client_id=${house.clientId}`))).toEqual(all);
    const until = testNow - 5 * minuteMs;
    expect(idsOf(await asked(`until=${until}`))).toEqual([test, duplicate]);
    expect(idsOf(await asked(`since=${until}`))).toEqual([blocked, nobody]);
    const paged: string[] = [];
    let cursor = "";
    do {
      const page = await asked(`limit=1${cursor}`);
      paged.push(...idsOf(page));
      cursor = page.body.next_cursor === null ? "" : `&cursor=${page.body.next_cursor}`;
    } while (cursor !== "");
    expect(paged).toEqual(all);
  });

  it("is shown with what was decided, the setting it was held against, and what would send it", async () => {
    const { house, duplicate, blocked } = await unsentHouse();
    const { body } = await read(`/api/unsent/${duplicate}`, house.admin);
    expect(body).toMatchObject({
      rule: "duplicate_window",
      sentences: expect.arrayContaining(["It tells nothing new, so no destination hears of it."]),
      setting: { name: "DUPLICATE_WINDOW_MINUTES", value: 30, from: "installation" },
      elapsed_minutes: 12,
      next: expect.stringContaining(`leadrelay unsent release ${duplicate}`),
      released_at: null,
      released_by: null,
    });
    const other = await read(`/api/unsent/${blocked}`, house.admin);
    expect(other.body).toMatchObject({ rule: "blocked", setting: null, elapsed_minutes: null });
  });

  it("is not what was sent, nor what is not there", async () => {
    const { house, sent } = await unsentHouse();
    expect((await read(`/api/unsent/${sent}`, house.admin)).status).toBe(404);
    expect((await read("/api/unsent/nothing", house.admin)).status).toBe(404);
    expect(idsOf(await read("/api/unsent", (await newHouse()).admin))).toEqual([]);
  });

  it("shows nothing of a person to who sees contacts masked", async () => {
    const { house, duplicate, blocked } = await unsentHouse();
    for (const path of ["/api/unsent", `/api/unsent/${duplicate}`, `/api/unsent/${blocked}`]) {
      const { status, body } = await read(path, house.viewer);
      expect(status).toBe(200);
      expectNothingOfAnna(body);
    }
  });

  it("of another tenant is not there, and a reading by the agency is written down", async () => {
    const [{ house, duplicate, blocked }, other] = await Promise.all([unsentHouse(), newHouse()]);
    for (const id of [duplicate, blocked])
      expect((await read(`/api/unsent/${id}`, other.owner)).status).toBe(404);
    expect((await read(`/api/unsent?form_id=${house.formId}`, other.owner)).status).toBe(404);
    await read(`/api/unsent/${duplicate}`, house.owner);
    await read("/api/unsent", house.agent);
    await read("/api/unsent", house.viewer);
    const audit = "SELECT action, subject_id, detail_json FROM audit_log WHERE client_id = ? ORDER BY id";
    expect(await rows(audit, house.clientId)).toEqual([
      { action: "submission.read", subject_id: duplicate, detail_json: '{"count":1}' },
      { action: "unsent.listed", subject_id: house.clientId, detail_json: '{"count":4}' },
    ]);
  });

  it("of before the list is not in it, and one that is sent pays nothing for it", async () => {
    const { house, duplicate } = await unsentHouse();
    await env.DB.prepare("UPDATE lead_submissions SET unsent = NULL WHERE public_id = ?")
      .bind(duplicate)
      .run();
    expect((await read(`/api/unsent/${duplicate}`, house.admin)).status).toBe(404);
    const fresh = await newHouse();
    await submitForm(fresh, anna);
    expect(
      await rows("SELECT unsent, unsent_payload FROM lead_submissions WHERE client_id = ?", fresh.clientId),
    ).toEqual([{ unsent: null, unsent_payload: null }]);
  });
});
