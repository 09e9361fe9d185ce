import type { FormSnapshot } from "@leadrelay/contracts/form-snapshot";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { apiWithout } from "../../../../test/api/broken-kv.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { deliverMessages } from "../../../../test/deliver-messages.ts";
import { sampleSubmission } from "../../../../test/sample-submission.ts";
import { rows } from "../../../../test/tenant.ts";
import { dependenciesOf } from "../../../dependencies.ts";
import { publishForms } from "../../../sweeps/publish/publish-forms.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

const snapshotOf = (formKey: string) => env.KV.get<Record<string, unknown>>(kvKeys.form(formKey), "json");
const auditOf = ({ clientId }: House) =>
  rows("SELECT action, subject_id FROM audit_log WHERE client_id = ? ORDER BY id", clientId);
const create = (house: House, body: Record<string, unknown> = {}, as = house.admin) =>
  call("POST", "/api/forms", { as, body: { client_id: house.clientId, name: "Contact", ...body } });
const anyVersion = { "if-match": "*" };

describe("a form that is added", () => {
  it("is at the edge at once, and shown as it was stored", async () => {
    const house = await newHouse();
    const given = {
      form_key: `site_${crypto.randomUUID().slice(0, 8)}`,
      field_mapping: { Kontakt: "Email", tel: "mobile" },
      allowed_hosts: ["https://Example.com/", "*.müller.de", "example.com", "localhost:8789"],
      thank_you_url: "https://elsewhere.example/danke",
      redirect_status: 303,
      bot_detection: false,
      default_region: "in",
      duplicate_window_minutes: 0,
      reengage_hours: 0.5,
      reengage_basis: "last_send",
      identity_guard: false,
    };
    const added = await create(house, given);
    expect(added).toMatchObject({
      status: 201,
      body: {
        ...given,
        honeypot_mode: "off",
        client_id: house.clientId,
        endpoint_path: `/f/${given.form_key}`,
        field_mapping: { Kontakt: "email", tel: "phone" },
        allowed_hosts: ["example.com", "*.xn--mller-kva.de", "localhost:8789"],
        default_region: "IN",
        snapshot: { state: "published", since: null },
        deleted_at: null,
      },
    });
    expect(added.headers.get("location")).toBe(`/api/forms/${added.body.id}`);
    expect((await call("GET", `/api/forms/${added.body.id}`, { as: house.viewer })).body).toEqual(added.body);
    expect(await snapshotOf(given.form_key)).toEqual({
      v: 1,
      form_id: added.body.id,
      client_id: house.clientId,
      database: "DB",
      allowed_hosts: added.body.allowed_hosts,
      thank_you_url: given.thank_you_url,
      redirect_status: 303,
      bot_detection: false,
      field_mapping: { Kontakt: "email", tel: "phone" },
      default_region: "IN",
    });
    expect(await auditOf(house)).toEqual([{ action: "form.created", subject_id: added.body.id }]);
  });

  it("leaves to the installation what was not said, under a key of its own", async () => {
    const house = await newHouse();
    const [first, second] = [await create(house), await create(house)];
    expect(first.body).toMatchObject({
      form_key: expect.stringMatching(/^frm_[0-9a-f]{15}$/),
      redirect_status: 301,
      bot_detection: null,
      duplicate_window_minutes: null,
      identity_guard: null,
      allowed_hosts: [],
    });
    expect(second.body.form_key).not.toBe(first.body.form_key);
  });

  it.each([
    [
      { honeypot_mode: "quarantine" },
      "quarantine",
      true,
      { bot_detection: true, honeypot_mode: "quarantine" },
    ],
    [{ honeypot_mode: "log" }, "log", true, { bot_detection: true }],
    [{ honeypot_mode: "off" }, "off", false, { bot_detection: false }],
    [{ honeypot_mode: null }, null, null, { bot_detection: null }],
    [{ bot_detection: true }, "log", true, { bot_detection: true }],
    [{ bot_detection: null }, null, null, { bot_detection: null }],
    [
      { honeypot_mode: "quarantine", bot_detection: false },
      "quarantine",
      true,
      { bot_detection: true, honeypot_mode: "quarantine" },
    ],
  ])(
    "with %j has a filled honeypot %s, in words that an older edge reads too",
    async (given, mode, older, edge) => {
      const house = await newHouse();
      const added = await create(house, given);
      expect(added.body).toMatchObject({ honeypot_mode: mode, bot_detection: older });
      const { bot_detection, honeypot_mode } = (await snapshotOf(added.body.form_key)) as FormSnapshot;
      expect({ bot_detection, ...(honeypot_mode === undefined ? {} : { honeypot_mode }) }).toEqual(edge);
      const changed = await call("PATCH", `/api/forms/${added.body.id}`, {
        as: house.admin,
        headers: anyVersion,
        body: { honeypot_mode: "quarantine" },
      });
      expect(changed.body).toMatchObject({ honeypot_mode: "quarantine", bot_detection: true });
    },
  );

  it("cannot have the key of another form, of whoever it is and even if deleted", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const { form_key, id } = (await create(other)).body;
    const refused = await create(house, { form_key });
    expect(refused.status).toBe(409);
    expect(JSON.stringify(refused.body)).not.toMatch(new RegExp(`${other.clientId}|${id}`));
    await call("DELETE", `/api/forms/${id}`, { as: other.owner });
    expect((await create(other, { form_key })).status).toBe(409);
    expect(await auditOf(house)).toEqual([]);
  });

  it("belongs to a client of the caller, who may write", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    expect((await create(other, {}, house.owner)).status).toBe(404);
    expect((await create(house, {}, house.viewer)).status).toBe(403);
    expect((await create(house, { client_id: "cli_none" })).status).toBe(404);
    for (const as of [house.owner, house.agent]) expect((await create(house, {}, as)).status).toBe(201);
  });

  it("tells which target of its mapping is none, as it was written", async () => {
    const refused = await create(await newHouse(), { field_mapping: { kontakt: "e-mial" } });
    expect(refused.body.errors).toEqual([
      {
        field: "field_mapping.kontakt",
        detail: expect.stringMatching(/^“e-mial” is no field of ours: those are name, /),
      },
    ]);
  });

  it.each([
    ["name", " "],
    ["form_key", "a/b"],
    ["form_key", "x".repeat(65)],
    ["field_mapping.kontakt", { kontakt: "telepathy" }],
    ["field_mapping", { Kontakt: "email", kontakt: "phone" }],
    ["field_mapping", { "contact[mail]": "email", "Contact.mail": "phone" }],
    ["allowed_hosts.1", ["example.com", "*.com"]],
    ["allowed_hosts.0", ["example.com/path"]],
    ["thank_you_url", "javascript:alert(1)"],
    ["thank_you_url", "https://user:secret@example.com/"],
    ["redirect_status", 307],
    ["bot_detection", "yes"],
    ["honeypot_mode", "maybe"],
    ["default_region", "XX"],
    ["duplicate_window_minutes", -1],
    ["duplicate_window_minutes", 1.5],
    ["reengage_hours", 9000],
    ["reengage_basis", "whenever"],
    ["identity_guard", "on"],
    ["colour", "red"],
  ])("is refused with a wrong %s (%j)", async (field, value) => {
    const house = await newHouse();
    const [name = ""] = field.split(".");
    const refused = await create(house, { [name]: value });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field }] } });
  });
});

describe("a form that is changed", () => {
  it("is at the edge at once, and keeps what was not sent", async () => {
    const house = await newHouse();
    const { body: before, headers } = await create(house, { allowed_hosts: ["example.com"] });
    const path = `/api/forms/${before.id}`;
    const changed = await call("PATCH", path, {
      as: house.agent,
      body: { redirect_status: 302, thank_you_url: null },
      headers: { "if-match": headers.get("etag") ?? "" },
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { ...before, redirect_status: 302, updated_at: expect.any(Number) },
    });
    expect(changed.body.updated_at).toBeGreaterThan(before.updated_at);
    expect(await snapshotOf(before.form_key)).toMatchObject({
      redirect_status: 302,
      allowed_hosts: ["example.com"],
    });
  });

  it("by two at once keeps one change, and one audit entry", async () => {
    const house = await newHouse();
    const { body: form, headers } = await create(house);
    const answers = await Promise.all(
      ["A", "B"].map((name) =>
        call("PATCH", `/api/forms/${form.id}`, {
          as: house.admin,
          body: { name },
          headers: { "if-match": headers.get("etag") ?? "" },
        }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
    expect((await auditOf(house)).map(({ action }) => action)).toEqual(["form.created", "form.changed"]);
  });

  it("needs the version that was read, a form of the caller's, and somebody who may write", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const path = `/api/forms/${(await create(house)).body.id}`;
    const change = { body: { name: "New" }, headers: anyVersion };
    expect((await call("PATCH", path, { as: house.admin, body: { name: "New" } })).status).toBe(428);
    expect((await call("PATCH", path, { as: other.owner, ...change })).status).toBe(404);
    expect((await call("PATCH", path, { as: house.viewer, ...change })).status).toBe(403);
    expect((await call("GET", path, { as: other.owner })).status).toBe(404);
    expect((await call("DELETE", path, { as: other.owner })).status).toBe(404);
    expect((await call("DELETE", path, { as: house.viewer })).status).toBe(403);
    const key = { body: { form_key: "other" }, headers: anyVersion };
    expect((await call("PATCH", path, { as: house.admin, ...key })).status).toBe(422);
  });
});

describe("while KV takes nothing", () => {
  it("a form is stored all the same, shown as waiting, and published by the sweep", async () => {
    const house = await newHouse();
    const body = { client_id: house.clientId, name: "Contact" };
    const { body: form, status } = await apiWithout("failing").call("POST", "/api/forms", {
      as: house.admin,
      body,
    });
    expect(status).toBe(201);
    expect(form.snapshot).toEqual({ state: "waiting", since: form.updated_at });
    expect(await snapshotOf(form.form_key)).toBeNull();
    const path = `/api/forms/${form.id}`;
    expect((await call("GET", path, { as: house.viewer })).body.snapshot.state).toBe("waiting");
    await env.DB.prepare("UPDATE forms SET snapshot_stale = 0 WHERE id <> ?").bind(form.id).run();
    await publishForms(dependenciesOf(env));
    expect((await call("GET", path, { as: house.viewer })).body.snapshot.state).toBe("published");
    expect(await snapshotOf(form.form_key)).toMatchObject({ form_id: form.id });
  });

  it("and does not answer either, the caller waits two seconds at most", async () => {
    const house = await newHouse();
    const startedAt = Date.now();
    const answer = await apiWithout("hanging").call("PATCH", `/api/forms/${house.formId}`, {
      as: house.admin,
      body: { name: "New" },
      headers: anyVersion,
    });
    expect(answer).toMatchObject({ status: 200, body: { name: "New", snapshot: { state: "waiting" } } });
    expect(Date.now() - startedAt).toBeLessThan(3_000);
  });
});

describe("a form that is deleted", () => {
  it("is gone from the edge and from the list, and can be seen on demand only", async () => {
    const house = await newHouse();
    const { body: form } = await create(house);
    const path = `/api/forms/${form.id}`;
    const deleted = await call("DELETE", path, { as: house.admin });
    expect(deleted).toMatchObject({
      status: 200,
      body: { deleted_at: expect.any(Number), snapshot: { state: "withdrawn" } },
    });
    expect(await snapshotOf(form.form_key)).toBeNull();
    const listed = async (query: string) =>
      (await call("GET", `/api/forms${query}`, { as: house.viewer })).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await listed("")).toEqual([house.formId]);
    expect(await listed("?deleted=true")).toContain(form.id);
    const again = await call("DELETE", path, { as: house.admin });
    expect(again).toMatchObject({ status: 200, body: deleted.body });
    const change = { as: house.admin, body: { name: "Back" }, headers: anyVersion };
    expect((await call("PATCH", path, change)).status).toBe(409);
    expect((await auditOf(house)).map(({ action }) => action)).toEqual(["form.created", "form.deleted"]);
  });
});

describe("a form that is restored", () => {
  const restore = (id: string, as: House["admin"]) => call("POST", `/api/forms/${id}/restore`, { as });

  it("is at the edge again, once it was deleted by mistake", async () => {
    const house = await newHouse();
    const { body: form } = await create(house);
    await call("DELETE", `/api/forms/${form.id}`, { as: house.admin });
    expect((await restore(form.id, house.viewer)).status).toBe(403);
    expect((await restore(form.id, (await newHouse()).owner)).status).toBe(404);
    expect(await restore(form.id, house.admin)).toMatchObject({
      status: 200,
      body: {
        form: { id: form.id, deleted_at: null, snapshot: { state: "published" } },
        released_letters: 0,
        more_letters: false,
      },
    });
    expect(await snapshotOf(form.form_key)).toMatchObject({ form_id: form.id });
    expect((await auditOf(house)).map(({ action }) => action)).toEqual([
      "form.created",
      "form.deleted",
      "form.restored",
    ]);
  });

  it("is not, 30 days after its deletion", async () => {
    const house = await newHouse();
    const { body: form } = await create(house);
    await env.DB.prepare("UPDATE forms SET deleted_at = ? WHERE id = ?")
      .bind(Date.now() - 30 * 86_400_000 - 1_000, form.id)
      .run();
    const late = await restore(form.id, house.admin);
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining("30 days")]);
  });

  it("releases what came for it meanwhile, and nothing that came for another or before it was made", async () => {
    const house = await newHouse();
    const { body: form } = await create(house);
    await env.DB.prepare("UPDATE forms SET deleted_at = ?, created_at = ? WHERE id = ?")
      .bind(Date.now() - 120_000, Date.now() - 600_000, form.id)
      .run();
    const came = (form_key: string, ago: number) =>
      sampleSubmission({ form_key, form: null, received_at: Date.now() - ago });
    const [kept, foreign, older] = [
      came(form.form_key, 30_000),
      came("frm_another", 30_000),
      came(form.form_key, 700_000),
    ];
    const message = await deliverMessages([kept, foreign]);
    expect(message.acked).toEqual([0, 1]);
    const stateOf = async ({ submission_id }: { submission_id: string }) =>
      (await rows("SELECT kind, cause, state FROM dead_letters WHERE submission_id = ?", submission_id))[0];
    expect(await stateOf(kept)).toEqual({ kind: "unknown_form", cause: "form_deleted", state: "open" });
    await env.DB.prepare(
      "INSERT INTO dead_letters (id, kind, cause, submission_id, payload_json, attempts, first_failed_at, last_failed_at, created_at) VALUES (?, 'unknown_form', 'unknown_form', ?, ?, 1, ?, 1, 1)",
    )
      .bind(crypto.randomUUID(), older.submission_id, JSON.stringify(older), older.received_at)
      .run();
    expect(await restore(form.id, house.admin)).toMatchObject({
      status: 200,
      body: { released_letters: 1, more_letters: false },
    });
    expect(await stateOf(kept)).toMatchObject({ state: "replayed" });
    expect(await stateOf(foreign)).toMatchObject({ state: "open" });
    expect(await stateOf(older)).toMatchObject({ state: "open" });
    await deliverMessages([kept]);
    expect(
      await rows("SELECT client_id FROM lead_submissions WHERE public_id = ?", kept.submission_id),
    ).toEqual([{ client_id: house.clientId }]);
  });
});

it("the same request under one Idempotency-Key adds one form, and is answered alike", async () => {
  const house = await newHouse();
  const request = {
    as: house.admin,
    body: { client_id: house.clientId, name: "Once" },
    headers: { "idempotency-key": crypto.randomUUID() },
  };
  const first = await call("POST", "/api/forms", request);
  const again = await call("POST", "/api/forms", request);
  expect(first).toMatchObject({ status: 201, body: { snapshot: { state: "published" } } });
  expect(again).toMatchObject({ status: 201, body: first.body });
  expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(
    await rows("SELECT id FROM forms WHERE client_id = ? AND name = 'Once'", house.clientId),
  ).toHaveLength(1);
});

describe("the page at a form's own address", () => {
  const field = (name: string) => ({ name, label: name, kind: "text", is_required: false, options: [] });
  const page = (changes: Record<string, unknown> = {}) => ({
    is_on: true,
    title: "Visit",
    intro: "",
    fields: [field("email")],
    button: "Send",
    consent: null,
    thanks: "Bye",
    ...changes,
  });
  const put = (house: House, id: string, hosted_page: unknown, more = {}) =>
    call("PATCH", `/api/forms/${id}`, {
      as: house.admin,
      headers: anyVersion,
      body: { hosted_page, ...more },
    });

  it("is at the edge while it is on, with whose it is, and follows the agency's name", async () => {
    const house = await newHouse();
    const { body: form } = await create(house);
    expect(form.hosted_page).toBeNull();
    expect((await put(house, form.id, page())).body).toMatchObject({ hosted_page: page() });
    const { is_on: _, ...shown } = page();
    expect(await snapshotOf(form.form_key)).toMatchObject({ hosted_page: { page: shown, hue: null } });
    await call("PATCH", `/api/agencies/${house.agencyId}`, {
      as: house.owner,
      headers: anyVersion,
      body: { name: "Renamed" },
    });
    await publishForms(dependenciesOf(env));
    expect(await snapshotOf(form.form_key)).toMatchObject({ hosted_page: { agency: "Renamed" } });
    await put(house, form.id, page({ is_on: false }));
    expect(await snapshotOf(form.form_key)).not.toHaveProperty("hosted_page");
  });

  it.each([
    ["nobody could be reached by it", page({ fields: [field("name")] }), {}, "hosted_page.fields"],
    [
      "its address is something else to the form",
      page(),
      { field_mapping: { email: "cta" } },
      "hosted_page.fields",
    ],
    [
      "a field would take people for bots",
      page({ fields: [field("email"), field("__pg_hp")] }),
      {},
      "hosted_page.fields.1",
    ],
  ])("is refused where %s, and kept where it is off", async (_why, hosted_page, more, at) => {
    const house = await newHouse();
    const { body: form } = await create(house);
    const refused = await put(house, form.id, hosted_page, more);
    expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([422, at]);
    expect((await put(house, form.id, { ...hosted_page, is_on: false }, more)).status).toBe(200);
  });
});
