import { countIntoAuditEntries } from "@leadrelay/db/audit-log/write-audit-entries";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { auditHourly } from "@leadrelay/db/sign-in/audit-hourly";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const hourMs = 3_600_000;

const pageOf = (id: string, clientId: string, count: number) => ({
  id: crypto.randomUUID(),
  agency_id: "agc_1",
  client_id: clientId,
  actor_kind: "operator" as const,
  actor_id: "opr_1",
  actor_name: "o@example.com",
  action: "leads.exported",
  subject_kind: "export" as const,
  subject_id: id,
  detail_json: JSON.stringify({ form: "csv", count }),
  request_id: null,
  created_at: 1,
  is_read: 1 as const,
});
const entries = async (subject: string) => {
  const { results } = await env.DB.prepare(
    "SELECT client_id, detail_json FROM audit_log WHERE subject_id = ? ORDER BY client_id",
  )
    .bind(subject)
    .all<{ client_id: string; detail_json: string }>();
  return results.map(({ client_id, detail_json }) => [client_id, JSON.parse(detail_json) as unknown]);
};

it("pages of an export add up to one entry for each client, and to no other export's", async () => {
  const [one, other] = [`exp_${crypto.randomUUID()}`, `exp_${crypto.randomUUID()}`];
  const write = (...pages: ReturnType<typeof pageOf>[]) =>
    runBatch(env.DB, countIntoAuditEntries(pipelineScope, pages));
  await write(pageOf(one, "cli_1", 100), pageOf(one, "cli_2", 3));
  await write(pageOf(one, "cli_1", 20));
  await write(pageOf(other, "cli_1", 7));
  expect(await entries(one)).toEqual([
    ["cli_1", { form: "csv", count: 120 }],
    ["cli_2", { form: "csv", count: 3 }],
  ]);
  expect(await entries(other)).toEqual([["cli_1", { form: "csv", count: 7 }]]);
});

describe("what is written down once an hour", () => {
  const newOperator = async () => {
    const id = crypto.randomUUID();
    await env.DB.prepare(
      "INSERT INTO operators (id, email, name, email_verified, created_at, updated_at) VALUES (?1, ?1 || '@example.com', 'o', 0, 'x', 'x')",
    )
      .bind(id)
      .run();
    return id;
  };
  const audit = async (id: string, key: string, now: number) => {
    const operator = { email: `${id}@example.com` };
    const entry = {
      operator,
      action: "sign_in.failed",
      detail: {},
      by: "somebody",
      requestId: null,
    } as const;
    const made = { ...entry, id: "018bcfe6-0000-7000-8000-000000000000", now };
    const [whose] = await runBatch(
      env.DB,
      auditHourly(pipelineScope, made, { key: `${id} ${key}`, turnId: crypto.randomUUID() }),
    );
    return whose;
  };

  it("is one entry of a kind and account in an hour, and then another", async () => {
    const [id, stranger] = [await newOperator(), await newOperator()];
    for (const now of [0, 1, hourMs - 1]) expect(await audit(id, "a", now)).toBe(id);
    expect(await entries(id)).toHaveLength(1);
    await audit(id, "b", 1);
    expect(await entries(id)).toHaveLength(2);
    await audit(id, "a", hourMs);
    expect(await entries(id)).toHaveLength(3);
    expect(await entries(stranger)).toEqual([]);
  });

  it("is nothing of whoever is not here, and counts nothing", async () => {
    const nobody = crypto.randomUUID();
    expect(await audit(nobody, "a", 0)).toBeUndefined();
    expect(await entries(nobody)).toEqual([]);
    const { results } = await env.DB.prepare("SELECT key FROM rate_limits WHERE key = ?")
      .bind(`${nobody} a`)
      .all();
    expect(results).toEqual([]);
  });
});
