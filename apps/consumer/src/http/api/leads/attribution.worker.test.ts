import { projectKey } from "@leadrelay/core/identity/project-key";
import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { context } from "../../../../test/api/house-with-leads.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { leadOf, submitForm } from "../../../../test/api/person.ts";
import { readList } from "../../../../test/api/read-list.ts";
import { testDependencies, testNow } from "../../../../test/deliver-messages.ts";
import { hookUrl } from "../../../../test/deliver-wakeups.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const read = (path: string, as: string) => call("GET", path, { as });

const lake = "https://www.example.com/lake";
type House = Awaited<ReturnType<typeof newHouse>>;

/** A post by this person, minutes after the first; the submission's id. */
function posted(house: House, email: string, query: string, minute = 0) {
  const fields = { email, page_url: `${lake}?${query}` };
  const received_at = testNow - 3_600_000 + minute * 60_000;
  return submitForm(house, fields, { fields, payload: fields, context, received_at });
}

describe("how a lead came", () => {
  it("is shown with the lead, where it is looked for, and each submission's own with that", async () => {
    const house = await newHouse();
    const first = await posted(house, "anna@example.com", "utm_source=google&gclid=abc");
    const latest = await posted(house, "anna@example.com", "utm_source=news", 5);
    const id = await leadOf(first);
    const attribution = {
      first: {
        utm_source: "google",
        gclid: "abc",
        landing_page: `${lake}?utm_source=google&gclid=abc`,
        fbclid: null,
      },
      latest: { utm_source: "news", gclid: null, landing_page: `${lake}?utm_source=news` },
    };
    expect((await read(`/api/leads/${id}`, house.admin)).body).toMatchObject({ attribution });
    expect((await read("/api/leads", house.admin)).body.items).toMatchObject([{ attribution }]);
    const where = await read("/api/where-is-my-lead?q=anna@example.com", house.admin);
    expect(where.body.story).toMatchObject({ attribution });
    const ofSubmission = async (one: string) =>
      (await read(`/api/submissions/${one}`, house.admin)).body.attribution;
    expect(await ofSubmission(first)).toMatchObject(attribution.first);
    expect(await ofSubmission(latest)).toMatchObject(attribution.latest);
  });

  it("is null where it was not kept yet", async () => {
    const house = await newHouse();
    const id = await posted(house, "anna@example.com", "utm_source=google");
    await env.DB.batch([
      env.DB.prepare("UPDATE leads SET first_attribution_json = NULL WHERE client_id = ?").bind(
        house.clientId,
      ),
      env.DB.prepare("UPDATE lead_submissions SET attribution_json = NULL WHERE client_id = ?").bind(
        house.clientId,
      ),
    ]);
    const lead = await read(`/api/leads/${await leadOf(id)}`, house.admin);
    expect(lead.body.attribution).toEqual({ first: null, latest: null });
    expect((await read(`/api/submissions/${id}`, house.admin)).body.attribution).toBeNull();
  });

  it("is shown without what tells who it is to those who see contacts masked", async () => {
    const house = await newHouse();
    const id = await posted(
      house,
      "anna@example.com",
      "utm_source=news&utm_content=anna@example.com&email=anna@example.com",
    );
    const shown = { utm_source: "news", utm_content: "•••", landing_page: lake };
    const lead = await read(`/api/leads/${await leadOf(id)}`, house.viewer);
    expect(lead.body.attribution).toMatchObject({ first: shown, latest: shown });
    const submission = await read(`/api/submissions/${id}`, house.viewer);
    expect(submission.body.attribution).toMatchObject(shown);
    for (const { body } of [lead, submission]) expect(JSON.stringify(body)).not.toContain("anna@example.com");
    const guessed = await read("/api/leads?utm_content=anna@example.com", house.viewer);
    expect(guessed.body.items).toEqual([]);
    expect((await read("/api/leads?utm_content=anna@example.com", house.admin)).body.items).toHaveLength(1);
  });
});

it("a project that a mapping made of a contact cannot be guessed by those who see contacts masked", async () => {
  const house = await newHouse();
  const [hidden] = [
    await posted(house, "anna@example.com", ""),
    await posted(house, "ben@example.com", "", 1),
  ];
  const project = (id: string, text: string) =>
    env.DB.prepare("UPDATE leads SET project = ?, project_key = ? WHERE public_id = ?").bind(
      text,
      projectKey(text),
      id,
    );
  await env.DB.batch([
    project(await leadOf(hidden), "anna@example.com"),
    env.DB.prepare(
      "UPDATE leads SET project = 'Lake', project_key = ? WHERE client_id = ? AND project IS NULL",
    ).bind(projectKey("Lake"), house.clientId),
  ]);
  const found = async (as: string, text: string) =>
    (await read(`/api/leads?project=${encodeURIComponent(text)}`, as)).body.items.length as number;
  expect([
    await found(house.viewer, "anna@example.com"),
    await found(house.admin, "anna@example.com"),
  ]).toEqual([0, 1]);
  expect([await found(house.viewer, "lake"), await found(house.admin, "lake")]).toEqual([1, 1]);
});

describe("a list of leads that came by a campaign", () => {
  it("has those who did so the first time or the latest", async () => {
    const house = await newHouse();
    const anna = await leadOf(await posted(house, "anna@example.com", "utm_source=google&utm_medium=cpc"));
    const ben = await leadOf(await posted(house, "ben@example.com", "utm_source=meta&utm_medium=cpc", 1));
    await posted(house, "anna@example.com", "utm_source=news&utm_medium=email", 5);
    const found = async (filter: string) => {
      const { body } = await read(`/api/leads?${filter}`, house.admin);
      return body.items.map(({ id }: { id: string }) => id);
    };
    expect(await found("utm_source=GOOGLE")).toEqual([anna]);
    expect(await found("utm_source=news")).toEqual([anna]);
    expect(await found("utm_medium=cpc")).toEqual([ben, anna]);
    expect(await found("utm_source=news&utm_medium=cpc")).toEqual([]);
    expect(await found("utm_medium=cpc&email=ben@example.com")).toEqual([ben]);
    expect(await found("utm_medium=cpc&since=1")).toEqual([ben, anna]);
    expect((await read(`/api/leads?utm_source=${"x".repeat(251)}`, house.admin)).status).toBe(400);
  });

  it("goes on page by page, and no page reads more rows than it may", async () => {
    const house = await newHouse();
    for (let n = 0; n < 60; n += 1)
      await posted(house, `p${n}@example.com`, `utm_source=${n % 20 === 0 ? "meta" : "google"}`);
    const { items, isWhole, mostRead } = await readList("/api/leads?utm_source=meta", house.admin, {
      limit: 10,
    });
    expect(isWhole).toBe(true);
    expect(items).toHaveLength(3);
    expect(mostRead).toBeLessThanOrEqual(50);
  });
});

it("a delivery's body is shown as its receiver gets it by the settings of now", async () => {
  const house = await newHouse();
  const { destinationId } = house;
  await posted(house, "anna@example.com", "utm_source=google");
  const [delivery] = await rows("SELECT public_id FROM deliveries WHERE client_id = ?", house.clientId);
  const shownBy = async (settings: object) => {
    const sealer = await testDependencies().sealer();
    const sealed = await sealer.seal(
      JSON.stringify({ url: hookUrl, ...settings }),
      sealedSettingsAt(destinationId),
    );
    await env.DB.prepare("UPDATE destinations SET sealed_settings = ? WHERE id = ?")
      .bind(sealed, destinationId)
      .run();
    return (await read(`/api/deliveries/${String(delivery?.["public_id"])}`, house.admin)).body.event.payload;
  };
  expect(await shownBy({})).not.toHaveProperty("utm_source");
  expect(await shownBy({ send_attribution: true })).toMatchObject({
    utm_source: "google",
    first_utm_source: "google",
  });
});
