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

/** A quarantined submission of a house. */
async function quarantine(house: Awaited<ReturnType<typeof newHouse>>) {
  return submitForm(house, anna, { quarantine: "kept", received_at: testNow - minuteMs });
}

describe("what was quarantined", () => {
  it("is listed, shown and found until somebody lets it out", async () => {
    const house = await newHouse();
    const id = await quarantine(house);
    const { body } = await read("/api/unsent?rule=quarantined", house.admin);
    expect(body.items).toMatchObject([{ id, rule: "quarantined", lead_id: null, contact_email: anna.email }]);
    const shown = await read(`/api/unsent/${id}`, house.viewer);
    expect(shown.body.explanation).toContain("a field that people do not see");
    expectNothingOfAnna(shown.body);
    for (const q of [id, anna.email]) {
      const where = await read(`/api/where-is-my-lead?q=${encodeURIComponent(q)}`, house.admin);
      expect(where.body.story.stands).toMatchObject({ state: "quarantined" });
    }
    expect((await read(`/api/unsent/${id}`, (await newHouse()).owner)).status).toBe(404);
  });
});

it("what was let out, and is stored since, names its lead", async () => {
  const house = await newHouse();
  const id = await quarantine(house);
  const mark = "UPDATE quarantined_submissions SET released_at = 1 WHERE public_id = ?";
  await env.DB.prepare(mark).bind(id).run();
  const shown = async () => (await read(`/api/unsent/${id}`, house.owner)).body;
  expect(await shown()).toMatchObject({
    lead_id: null,
    next: expect.stringContaining("through intake again"),
  });
  await submitForm(house, anna, { submission_id: id, quarantine: "released" });
  expect(await shown()).toMatchObject({
    rule: "quarantined",
    lead_id: await leadOf(id),
    next: expect.stringContaining("sent on purpose"),
  });
});

describe("a release by the API", () => {
  const planned = (as: string, filter: object) =>
    call("POST", "/api/replays", { as, body: { filter: { status: "unsent", ...filter } } });

  it("is a plan first, then applied by whoever may, and audited for its client", async () => {
    const { house, duplicate, blocked } = await unsentHouse();
    expect((await planned(house.viewer, {})).status).toBe(403);
    const plan = await planned(house.agent, { submission_ids: [duplicate, blocked] });
    expect(plan).toMatchObject({
      status: 201,
      body: {
        state: "planned",
        summary: {
          count: 2,
          messages: 1,
          release: {
            submissions: 2,
            leaves_more: false,
            rules: expect.arrayContaining([{ rule: "blocked", count: 1 }]),
          },
        },
      },
    });
    const { id } = plan.body;
    expect((await call("POST", `/api/replays/${id}/apply`, { as: house.viewer })).status).toBe(403);
    expect((await call("POST", `/api/replays/${id}/apply`, { as: house.agent })).status).toBe(202);
    const audit = "SELECT client_id, action, detail_json FROM audit_log WHERE subject_id = ? ORDER BY id";
    const detail = (await rows<{ action: string; detail_json: string }>(audit, id)).map(
      ({ action, detail_json }) => [action, JSON.parse(detail_json) as unknown],
    );
    expect(detail).toMatchObject([
      ["replay.planned", { status: "unsent", submissions: 2 }],
      ["replay.applied", { status: "unsent", submissions: 2 }],
    ]);
  });

  it("of another tenant's submission is a 404, and its plan too", async () => {
    const [{ house, duplicate, blocked }, other] = await Promise.all([unsentHouse(), newHouse()]);
    for (const submission of [duplicate, blocked])
      expect((await planned(other.owner, { submission_ids: [submission] })).status).toBe(404);
    expect((await planned(other.owner, { client_ids: [house.clientId] })).status).toBe(404);
    expect((await planned(house.owner, { destination_ids: [other.destinationId] })).status).toBe(404);
    const { id } = (await planned(house.owner, {})).body;
    expect((await call("POST", `/api/replays/${id}/apply`, { as: other.owner })).status).toBe(404);
  });

  it("takes only what goes with it", async () => {
    const { house } = await unsentHouse();
    expect(await planned(house.owner, { causes: ["refused"] })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "filter.causes", detail: "goes with status dead only" }] },
    });
    const odd = { filter: { status: "dead", rules: ["test"], submission_ids: ["x"] } };
    expect(await call("POST", "/api/replays", { as: house.owner, body: odd })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "filter.rules" }, { field: "filter.submission_ids" }] },
    });
  });

  it("is told in the submission's story, by name and time, and shown with who did it", async () => {
    const { house, duplicate, blocked } = await unsentHouse();
    const mark = "released_at = 1700000590000, released_by = ?";
    await env.DB.batch([
      env.DB.prepare(`UPDATE lead_submissions SET unsent = NULL, ${mark} WHERE public_id = ?`).bind(
        house.agent,
        duplicate,
      ),
      env.DB.prepare(`UPDATE blocked_ip_leads SET ${mark} WHERE public_id = ?`).bind(house.agent, blocked),
    ]);
    for (const id of [duplicate, blocked]) {
      const shown = (await read(`/api/unsent/${id}`, house.owner)).body;
      expect(shown).toMatchObject({
        released_at: 1_700_000_590_000,
        next: expect.stringMatching(`on purpose.*leadrelay lead find ${id}`),
      });
      expect(shown.released_by).toContain("@example.com");
      const { story } = (await read(`/api/where-is-my-lead?q=${id}`, house.owner)).body;
      expect(story.steps).toContainEqual(
        expect.objectContaining({
          kind: "released",
          at: 1_700_000_590_000,
          what: expect.stringContaining("@example.com"),
        }),
      );
    }
    expect((await read(`/api/unsent/${duplicate}`, house.owner)).body.rule).toBe("duplicate_window");
    expect(idsOf(await read("/api/unsent", house.owner))).not.toContain(duplicate);
    expect(idsOf(await read("/api/unsent", house.owner))).not.toContain(blocked);
  });
});

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

  it("is told wherever a submission is looked for, with how to release it", async () => {
    const { house, duplicate, blocked } = await unsentHouse();
    const where = async (id: string) =>
      (await read(`/api/where-is-my-lead?q=${id}`, house.admin)).body.story.stands;
    expect(await where(blocked)).toMatchObject({
      state: "blocked",
      next: expect.stringContaining(`leadrelay unsent release ${blocked}`),
    });
    expect(await where(duplicate)).toMatchObject({
      state: "nothing_to_send",
      next: expect.stringContaining(`leadrelay unsent release ${duplicate}`),
    });
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
