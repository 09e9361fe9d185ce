import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { createDestination, emptyHouse } from "../../../../test/api/destinations.ts";
import type { House } from "../../../../test/api/people.ts";
import { deliverMessages } from "../../../../test/deliver-messages.ts";
import { deliveriesOf, wake } from "../../../../test/deliver-wakeups.ts";
import { rows as query } from "../../../../test/tenant.ts";
import type { Dependencies } from "../../../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

async function made(given: Record<string, unknown> = {}) {
  const house = await emptyHouse();
  const { body } = await createDestination(house, given);
  const path = `/api/destinations/${String(body.id)}`;
  const put = (shape: Record<string, unknown>, as = house.owner) =>
    call("PUT", `${path}/shape`, { as, body: shape });
  const undo = (version?: number) =>
    call("POST", `${path}/shape/undo`, { as: house.owner, body: version === undefined ? {} : { version } });
  const preview = (body: Record<string, unknown> = {}, as = house.owner) =>
    call("POST", `${path}/preview`, { as, body });
  return { house, path, put, undo, preview };
}

const posted = (house: House, country: string, form: Record<string, unknown> = {}) =>
  house.submission({
    fields: { name: "Asha Rao", email: `${crypto.randomUUID()}@example.com`, phone: "+91 99999 99999" },
    payload: form,
    context: { ...house.submission().context, ip: null, country },
  });

const rows = [
  { target: "lead_name", field: "first_name" },
  { target: "contact.phone", field: "phone_mobile" },
  { target: "mail", field: "email" },
  { target: "source", constant: "LeadRelay" },
  { target: "title", template: "{{ first_name }} wants {{ fields.flat | default: 'any' }}" },
];

describe("of two people who edit one shape", () => {
  it("the second hears of the first, and nothing is written over", async () => {
    const { house, path, put } = await made();
    const first = await put({ filter: "country is IN", based_on: 0 });
    expect(first.body).toMatchObject({ version: 1 });
    const second = await put({ filter: null, mapping: { only: true, rows }, based_on: 0 });
    expect(second).toMatchObject({
      status: 412,
      body: { detail: expect.stringContaining("saved version 1 since you read version 0") as string },
    });
    expect((await call("GET", `${path}/shape`, { as: house.owner })).body).toMatchObject({
      version: 1,
      filter_in_words: "country is IN",
      shape: { mapping: null },
    });
    expect((await put({ filter: "country is AE", based_on: 1 })).body).toMatchObject({ version: 2 });
  });

  it("an undo of what is in force no more goes back to nothing", async () => {
    const { house, path, put } = await made();
    await put({ filter: "country is IN" });
    await put({ filter: "country is AE" });
    const undo = (based_on: number) =>
      call("POST", `${path}/shape/undo`, { as: house.owner, body: { version: 0, based_on } });
    expect((await undo(1)).status).toBe(412);
    expect(await undo(2)).toMatchObject({ status: 200, body: { version: 3, shape: null } });
  });

  it("who says nothing of what they read changes what is in force", async () => {
    const { put } = await made();
    await put({ filter: "country is IN" });
    expect((await put({ filter: "country is AE" })).body).toMatchObject({ version: 2 });
  });
});

describe("a destination's shape", () => {
  it("is saved, judges the leads that come from then on, and writes them as it says", async () => {
    const { house, put } = await made();
    const saved = await put({ filter: "country is IN", mapping: { only: true, rows } });
    expect(saved).toMatchObject({
      status: 200,
      body: {
        version: 1,
        filter_in_words: "country is IN",
        is_readable: true,
        shape: { filter: { country: { $eq: "IN" } }, mapping: { only: true, rows } },
        notes: [],
      },
    });
    await deliverMessages([posted(house, "IN", { flat: "3 BHK" }), posted(house, "AE")]);
    const sent: Record<string, unknown>[] = [];
    const fetch = (async (_url: unknown, init: RequestInit) => {
      sent.push(JSON.parse(init.body as string) as Record<string, unknown>);
      return new Response("Accepted");
    }) as Dependencies["fetch"];
    await wake(await deliveriesOf(house), { fetch });
    expect(sent).toEqual([
      {
        lead_name: "Asha Rao",
        contact: { phone: "+91-9999999999" },
        mail: expect.stringContaining("@example.com") as string,
        source: "LeadRelay",
        title: "Asha Rao wants 3 BHK",
      },
    ]);
  });

  it("is versioned, with who set it, and an undo goes back step by step, and to a version", async () => {
    const { house, path, put, undo } = await made();
    await put({ filter: "country is IN" });
    await put({ filter: "country is AE" });
    expect((await undo()).body).toMatchObject({ version: 3, filter_in_words: "country is IN" });
    expect((await undo()).body).toMatchObject({ version: 4, shape: null, filter_in_words: null });
    expect((await undo()).status).toBe(409);
    expect((await undo(2)).body).toMatchObject({ version: 5, filter_in_words: "country is AE" });
    expect((await undo(9)).status).toBe(409);
    const { body } = await call("GET", `${path}/shape`, { as: house.owner });
    const told = body.versions.map(({ version, restores }: { version: number; restores: number | null }) => [
      version,
      restores,
    ]);
    expect(told).toEqual([
      [5, 2],
      [4, 0],
      [3, 1],
      [2, null],
      [1, null],
    ]);
    expect(body.versions[0].created_by).toEqual(expect.any(String));
    const seen = await call("GET", `${path}/shape`, { as: house.viewer });
    expect(seen).toMatchObject({
      status: 200,
      body: { filter_in_words: "country is AE", versions: [{ created_by: null }, {}, {}, {}, {}] },
    });
  });

  it("of one that never had any there is nothing to undo, and an empty one is none", async () => {
    const { undo, put } = await made();
    expect((await undo()).status).toBe(409);
    expect((await put({ filter: null })).body).toMatchObject({ shape: null, version: 0 });
  });

  it.each([
    [
      "a field that is none, with one that may be meant",
      { mapping: { rows: [{ target: "a", field: "frist_name" }] } },
      "mapping.rows.0.field",
      "Did you mean first_name",
    ],
    [
      "a template that loops",
      { mapping: { rows: [{ target: "a", template: "{% for i in (1..9) %}x{% endfor %}" }] } },
      "mapping.rows.0.template",
      "has {% for %}",
    ],
    ["code in a filter", { filter: { $where: "1" } }, "filter", "$where"],
    ["a regular expression", { filter: { country: { $regex: "a" } } }, "filter.country", "$regex"],
    ["words that are none", { filter: "country equals IN" }, "filter", "no words for a condition"],
    [
      "a template that makes too much of the sample",
      {
        mapping: {
          rows: [
            {
              target: "a",
              template: `{% assign a = "aaaaaaaaaa" %}${"{% assign a = a | append: a %}".repeat(20)}{{ a }}`,
            },
          ],
        },
      },
      "mapping",
      "breaks at the sample lead",
    ],
  ])("is refused with %s, and nothing is changed", async (_what, shape, field, detail) => {
    const { house, path, put } = await made();
    const refused = await put(shape);
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field }] } });
    expect(refused.body.detail).toContain(detail);
    expect((await call("GET", `${path}/shape`, { as: house.owner })).body).toMatchObject({
      version: 0,
      shape: null,
    });
  });

  it("is refused where its mapping breaks at one of the client's last leads, and says which fields none of them has", async () => {
    const { house, put } = await made();
    await deliverMessages([posted(house, "IN", { Budget: "50 L" })]);
    const template = `{% if fields.budget %}{% assign a = "aaaaaaaaaa" %}${"{% assign a = a | append: a %}".repeat(20)}{% endif %}{{ email }}`;
    const broken = await put({ mapping: { rows: [{ target: "a", template }] } });
    expect(broken).toMatchObject({ status: 422 });
    expect(broken.body.detail).toContain("breaks at lead");
    const noted = await put({
      filter: "fields.budgt is given",
      mapping: { rows: [{ target: "a", field: "fields.budget" }] },
    });
    expect(noted.body.notes).toEqual([
      "Of the last 1 leads 0 would pass the filter.",
      "None of the last 1 leads has fields.budgt. Did you mean fields.Budget or fields.budget?",
    ]);
  });

  it("of kinds that people read is a filter alone, and of CRMs a mapping adds", async () => {
    const slack = await made({
      kind: "slack",
      settings: { url: "https://hooks.slack.com/services/T0/B0/abcdef" },
    });
    expect((await slack.put({ filter: "country is IN" })).status).toBe(200);
    expect(await slack.put({ mapping: { rows } })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "mapping" }] },
    });
    const hubspot = await made({
      kind: "hubspot",
      settings: { service_key: "pat-eu1-11111111-2222-3333-4444-555555555555" },
    });
    expect(await hubspot.put({ mapping: { only: true, rows } })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "mapping.only" }] },
    });
  });

  it("is set by those alone who may see contacts, and of no other tenant", async () => {
    const { house, path, put } = await made();
    const other = await emptyHouse();
    expect((await put({ filter: "country is IN" }, house.viewer)).status).toBe(403);
    expect((await put({ filter: "country is IN" }, other.owner)).status).toBe(404);
    expect((await call("GET", `${path}/shape`, { as: other.owner })).status).toBe(404);
    expect((await call("POST", `${path}/preview`, { as: other.owner, body: {} })).status).toBe(404);
  });
});

describe("a shape that changes nothing", () => {
  const kept = async ({ house, path }: Awaited<ReturnType<typeof made>>) => {
    const { results } = await env.DB.prepare("SELECT action FROM audit_log WHERE subject_id = ?")
      .bind(path.split("/").at(-1))
      .all();
    const { body } = await call("GET", `${path}/shape`, { as: house.owner });
    return { version: body.version, audited: results.length };
  };

  it("that says neither filter nor mapping is refused, and says what to send", async () => {
    const one = await made();
    const before = await kept(one);
    expect(await one.put({})).toMatchObject({
      status: 422,
      body: {
        errors: [{ field: "shape", detail: "says nothing: send filter, mapping or both; null is none" }],
      },
    });
    expect(await kept(one)).toEqual({ ...before, version: 0 });
  });

  it("that it has already is answered, and writes no version and no line", async () => {
    const one = await made();
    const none = await one.put({ filter: null, mapping: null });
    expect(none).toMatchObject({ status: 200, body: { version: 0, shape: null } });
    const shape = { filter: "country is IN", mapping: { rows } };
    await one.put(shape);
    const before = await kept(one);
    const again = await one.put(shape);
    expect(again).toMatchObject({ status: 200, body: { version: 1 } });
    expect(again.body.notes).toContain("That is what it has already: nothing was changed.");
    expect(await kept(one)).toEqual(before);
    expect((await one.put({ filter: null })).body).toMatchObject({ version: 2, shape: null });
    expect((await one.put({ filter: null })).body).toMatchObject({ version: 2 });
  });
});

describe("a preview", () => {
  it("shows the exact request of a sample, without secrets, and whether it passes; nothing is sent or saved", async () => {
    const { house, path, preview } = await made({
      settings: { url: "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyzab12", api_key: "key-secret-1" },
    });
    const shape = { filter: "country is AE", mapping: { only: true, rows: rows.slice(0, 1) } };
    const { status, body } = await preview({ shape });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      lead_id: null,
      passes: false,
      why_not: "country is not AE",
      error: null,
      request: {
        method: "POST",
        url: "https://hook.eu2.make.com/…ab12",
        headers: { "x-make-apikey": "…" },
        body: '{"lead_name":"Asha Rao"}',
      },
    });
    expect(JSON.stringify(body)).not.toContain("key-secret-1");
    expect((await call("GET", `${path}/shape`, { as: house.owner })).body.version).toBe(0);
  });

  it("of a lead that is named shows what it would be sent by, to those who may see contacts", async () => {
    const { house, put, preview } = await made();
    const lead = posted(house, "IN", { flat: "2 BHK" });
    await deliverMessages([lead]);
    await put({ mapping: { only: true, rows: rows.slice(4) } });
    const { body } = await preview({ lead_id: lead.submission_id });
    expect(body).toMatchObject({
      passes: true,
      lead_id: lead.submission_id,
      request: { body: '{"title":"Asha Rao wants 2 BHK"}' },
    });
    expect((await preview({ lead_id: lead.submission_id }, house.viewer)).status).toBe(403);
    expect((await preview({}, house.viewer)).status).toBe(200);
    expect((await preview({ lead_id: "nobody" })).status).toBe(404);
  });

  it("of a lead that an agency's people name stands in its client's audit log, and the sample does not", async () => {
    const { house, preview } = await made();
    const lead = posted(house, "IN");
    await deliverMessages([lead]);
    await preview({});
    await preview({ lead_id: lead.submission_id });
    expect(
      await query(
        "SELECT subject_kind, subject_id FROM audit_log WHERE client_id = ? AND action = 'submission.read'",
        house.clientId,
      ),
    ).toEqual([{ subject_kind: "submission", subject_id: lead.submission_id }]);
  });

  it("says why no request can be built", async () => {
    const { preview } = await made();
    const template = `{% assign a = "aaaaaaaaaa" %}${"{% assign a = a | append: a %}".repeat(20)}{{ a }}`;
    const { body } = await preview({ shape: { mapping: { rows: [{ target: "a", template }] } } });
    expect(body).toMatchObject({
      passes: false,
      request: null,
      error: "the mapping's template for a goes through more text than is allowed",
    });
  });
});

describe("what a filter may ask of a lead", () => {
  it("is every name of ours, and what forms sent in the last leads with what they say", async () => {
    const { house, path } = await made();
    await deliverMessages([posted(house, "IN", { "How soon?": "now", budget: "5000" })]);
    const fields = async (as: string) =>
      (await call("GET", `${path}/lead-fields`, { as })).body as {
        items: { name: string; of_form: boolean; example: string | null }[];
      };
    const { items } = await fields(house.owner);
    const ofForm = items.filter(({ of_form }) => of_form);
    expect(ofForm).toEqual([
      { name: "fields.How soon?", of_form: true, example: "now" },
      { name: "fields.budget", of_form: true, example: "5000" },
    ]);
    expect(items).toContainEqual({ name: "country", of_form: false, example: "IN" });
    const masked = (await fields(house.viewer)).items;
    expect(masked.map(({ name }) => name)).toEqual(items.map(({ name }) => name));
    expect(masked.filter(({ example }) => example !== null)).toEqual([]);
  });

  it("counts of the last leads how many would pass, for those who see contacts alone", async () => {
    const { house, preview } = await made();
    await deliverMessages([posted(house, "IN"), posted(house, "AE"), posted(house, "IN")]);
    const asked = { shape: { filter: "country is IN" }, last: 50 };
    expect((await preview(asked)).body).toMatchObject({ last: { leads: 3, passed: 2 } });
    expect((await preview({ ...asked, last: 1 })).body).toMatchObject({ last: { leads: 1 } });
    expect((await preview(asked, house.viewer)).body).toMatchObject({ last: null });
    expect((await preview({ shape: null })).body).toMatchObject({ last: null });
  });
});
