import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { failing, hanging } from "../../test/failing.ts";
import { newTenant, rows } from "../../test/tenant.ts";
import { isCommit, watchedD1 } from "../../test/watched-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const nowhere = {
  ip: null,
  country: null,
  city: null,
  region: null,
  timezone: null,
  asn: null,
  user_agent: null,
  referrer: null,
};
const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ email: `p${index}@example.com` }));
const countLeads = async (clientId: string) =>
  (await rows("SELECT id FROM leads WHERE client_id = ?", clientId)).length;
const lettersOf = (submissionId: string) =>
  rows<Record<string, string>>("SELECT * FROM dead_letters WHERE submission_id = ?", submissionId);

/** A row of this tenant's that D1 refuses, whatever stands beside it. */
async function refuse(formId: string) {
  await env.DB.prepare(
    `CREATE TRIGGER "refuse_${formId}" BEFORE INSERT ON lead_submissions WHEN NEW.cta = '${formId}' BEGIN SELECT RAISE(ABORT, 'NOT NULL constraint failed: lead_submissions.cta'); END`,
  ).run();
}

describe("one message that cannot be stored beside good ones", () => {
  it("breaking a constraint becomes a dead letter with the whole message; the good ones are stored in the same go", async () => {
    const tenant = await newTenant();
    await refuse(tenant.formId);
    const good = people(9).map((fields) => tenant.submission({ fields, context: nowhere }));
    const poison = tenant.submission({
      fields: { email: "x@example.com", cta: tenant.formId },
      context: nowhere,
    });
    const bodies = [...good.slice(0, 4), poison, ...good.slice(4)];
    expect((await deliverMessages(bodies)).acked).toHaveLength(10);
    expect(await countLeads(tenant.clientId)).toBe(9);
    const [letter] = await lettersOf(poison.submission_id);
    expect(letter).toMatchObject({
      kind: "poison",
      cause: "constraint",
      state: "open",
      client_id: tenant.clientId,
    });
    expect(JSON.parse(letter?.payload_json ?? "")).toMatchObject({ submission_id: poison.submission_id });
  });

  it.each([
    ["one", 1, 100],
    ["three", 3, 240],
  ])("and %s of a hundred cost so few statements", async (_many, bad, most) => {
    const tenant = await newTenant();
    await refuse(tenant.formId);
    const bodies = people(100).map(({ email }, at) => {
      const isBad = at % 31 === 17 && at < bad * 31;
      return tenant.submission({
        fields: { email, ...(isBad ? { cta: tenant.formId } : {}) },
        context: nowhere,
      });
    });
    let statements = 0;
    const d1 = watchedD1(env.DB, (sql, run) => {
      statements += sql.split(";\n").length;
      return run();
    });
    const dependencies = testDependencies({ control: d1, leadDatabase: () => d1 });
    expect((await deliverMessages(bodies, dependencies)).acked).toHaveLength(100);
    expect(await countLeads(tenant.clientId)).toBe(100 - bad);
    expect(statements).toBeLessThanOrEqual(most);
  });

  it("all of a hundred cost what twenty-four tries do, and come back another time", async () => {
    const tenant = await newTenant();
    await refuse(tenant.formId);
    const bodies = people(100).map(({ email }) =>
      tenant.submission({ fields: { email, cta: tenant.formId }, context: nowhere }),
    );
    let commits = 0;
    const d1 = watchedD1(env.DB, (sql, run) => {
      if (isCommit(sql)) commits += 1;
      return run();
    });
    const dependencies = testDependencies({ control: d1, leadDatabase: () => d1 });
    const { acked, retried } = await deliverMessages(bodies, dependencies);
    expect(acked.length).toBeGreaterThanOrEqual(3);
    expect(acked.length + retried.length).toBe(100);
    expect(commits).toBeLessThanOrEqual(25);
  });

  it("too big for a row becomes a dead letter; its payload stays in KV", async () => {
    const tenant = await newTenant();
    const good = people(5).map((fields) => tenant.submission({ fields, context: nowhere }));
    const huge = tenant.submission({
      fields: { email: "huge@example.com" },
      payload: null,
      context: nowhere,
    });
    await env.KV.put(kvKeys.payload(huge.submission_id), JSON.stringify({ text: "é".repeat(1_200_000) }));
    expect((await deliverMessages([...good, huge])).acked).toHaveLength(6);
    expect(await countLeads(tenant.clientId)).toBe(5);
    expect((await lettersOf(huge.submission_id))[0]).toMatchObject({ kind: "poison", cause: "too_big" });
    expect(await env.KV.get(kvKeys.payload(huge.submission_id))).not.toBeNull();
  });

  it("that is no submission at all becomes a dead letter; a second delivery of it is the same letter", async () => {
    const tenant = await newTenant();
    const strange = { v: 9, type: "submission", mark: tenant.formId };
    for (let time = 0; time < 2; time += 1)
      expect((await deliverMessages([tenant.submission(), strange, "text", null])).acked).toEqual([
        0, 1, 2, 3,
      ]);
    const letters = await rows("SELECT * FROM dead_letters WHERE payload_json LIKE ?", `%${tenant.formId}%`);
    expect(letters).toMatchObject([{ kind: "invalid_message", client_id: null }]);
  });

  it("for a form that D1 does not know becomes a dead letter, seen by no client", async () => {
    const tenant = await newTenant();
    const unresolved = tenant.submission({ form: null, form_key: "frm_nobody" });
    const unknown = tenant.submission({
      form_key: "frm_gone",
      form: { form_id: "gone", client_id: "gone", database: "DB", default_region: null },
    });
    expect((await deliverMessages([unresolved, tenant.submission(), unknown])).acked).toEqual([0, 1, 2]);
    expect((await lettersOf(unresolved.submission_id))[0]).toMatchObject({
      kind: "unknown_form",
      client_id: null,
    });
    expect((await lettersOf(unknown.submission_id))[0]).toMatchObject({
      kind: "unknown_form",
      client_id: null,
    });
    expect(await countLeads(tenant.clientId)).toBe(1);
  });
});

describe("a form the edge could not name", () => {
  it("is resolved in D1", async () => {
    const tenant = await newTenant();
    await deliverMessages([tenant.submission({ form: null })]);
    expect(await countLeads(tenant.clientId)).toBe(1);
  });
});

describe("a form the edge named by an id that D1 does not know", () => {
  it("is found by its key: a form made anew takes what waited for it", async () => {
    const tenant = await newTenant();
    const form = { form_id: "old", client_id: "old", database: "DB", default_region: null };
    expect((await deliverMessages([tenant.submission({ form }), tenant.submission()])).acked).toEqual([0, 1]);
    const stored = await rows("SELECT form_id FROM lead_submissions WHERE client_id = ?", tenant.clientId);
    expect(stored).toEqual([{ form_id: tenant.formId }, { form_id: tenant.formId }]);
  });
});

describe("a payload parked in KV", () => {
  it("is stored whole and then removed", async () => {
    const tenant = await newTenant();
    const body = tenant.submission({ payload: null });
    await env.KV.put(kvKeys.payload(body.submission_id), '{"email":"anna@example.com","extra":"kept"}');
    await deliverMessages([body]);
    const [stored] = await rows<{ payload_json: string }>(
      "SELECT payload_json FROM lead_submissions WHERE client_id = ?",
      tenant.clientId,
    );
    expect(stored?.payload_json).toContain("kept");
    expect(await env.KV.get(kvKeys.payload(body.submission_id))).toBeNull();
  });

  it("that KV fails to give stays there, and the trace says so; the lead waits no longer", async () => {
    const tenant = await newTenant();
    const body = tenant.submission({ payload: null });
    const key = kvKeys.payload(body.submission_id);
    await env.KV.put(key, '{"extra":"kept"}');
    const dependencies = { ...testDependencies(), kv: failing(env.KV, ["get"]) };
    expect(await deliverMessages([body], dependencies)).toEqual({ acked: [], retried: [0] });
    expect((await deliverMessages([body], dependencies, 6)).acked).toEqual([0]);
    expect(await env.KV.get(key)).toContain("kept");
    const [stored] = await rows<{ decision_json: string }>(
      "SELECT decision_json FROM lead_submissions WHERE client_id = ?",
      tenant.clientId,
    );
    expect(stored?.decision_json).toContain(key);
  });

  it("that hangs in KV holds up the others no longer than one of them would", async () => {
    const tenant = await newTenant();
    const parked = people(3).map((fields) => tenant.submission({ fields, payload: null, context: nowhere }));
    const kv = hanging(env.KV, ["get"]);
    const startedAt = Date.now();
    const given = [...parked, tenant.submission({ fields: { email: "here@example.com" }, context: nowhere })];
    expect(await deliverMessages(given, { ...testDependencies(), kv })).toEqual({
      acked: [3],
      retried: [0, 1, 2],
    });
    expect(Date.now() - startedAt).toBeLessThan(9_000);
  });

  it("that KV does not show yet is waited for, and in the end the known fields are stored", async () => {
    const tenant = await newTenant();
    const body = tenant.submission({ payload: null });
    expect(await deliverMessages([body])).toEqual({ acked: [], retried: [0] });
    expect((await deliverMessages([body], testDependencies(), 6)).acked).toEqual([0]);
    expect(await countLeads(tenant.clientId)).toBe(1);
  });
});

describe("a database that answers wrongly", () => {
  const broken = watchedD1(env.DB, () =>
    Promise.reject(new Error("D1_ERROR: no such table: leads: SQLITE_ERROR")),
  );

  it("is retried, and after 20 tries the message is a dead letter", async () => {
    const tenant = await newTenant();
    const dependencies = testDependencies({ leadDatabase: () => broken, control: env.DB });
    const body = tenant.submission();
    expect(await deliverMessages([body], dependencies, 19)).toEqual({ acked: [], retried: [0] });
    expect((await deliverMessages([body], dependencies, 20)).acked).toEqual([0]);
    const parked = await env.KV.list({ prefix: "dead_letter:" });
    expect(parked.keys.length).toBeGreaterThan(0);
  });

  it("and KV failing too: the message is retried, never dropped", async () => {
    const tenant = await newTenant();
    const dependencies = testDependencies({ leadDatabase: () => broken, kv: failing(env.KV, ["put"]) });
    expect(await deliverMessages([tenant.submission()], dependencies, 20)).toEqual({
      acked: [],
      retried: [0],
    });
  });
});

describe("batches that overlap", () => {
  it("17 consumers with the same 20 people at once: each person one lead, each submission stored once", async () => {
    const tenant = await newTenant();
    const batches = Array.from({ length: 17 }, () =>
      people(20).map((fields) => tenant.submission({ fields, context: nowhere })),
    );
    let waiting = batches;
    for (let round = 0; waiting.length > 0 && round < 50; round += 1) {
      const results = await Promise.all(waiting.map((bodies) => deliverMessages(bodies)));
      waiting = waiting.flatMap((bodies, index) => {
        const left = (results[index]?.retried ?? [])
          .map((position) => bodies[position])
          .filter((body) => body !== undefined);
        return left.length === 0 ? [] : [left];
      });
    }
    expect(await countLeads(tenant.clientId)).toBe(20);
    const stored = await rows<{ public_id: string }>(
      "SELECT public_id FROM lead_submissions WHERE client_id = ?",
      tenant.clientId,
    );
    const sent = batches.flat().map(({ submission_id }) => submission_id);
    expect(stored.map(({ public_id }) => public_id).toSorted()).toEqual(sent.toSorted());
  });
});
