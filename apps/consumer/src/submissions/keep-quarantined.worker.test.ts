import type { QuarantinedRow } from "@leadrelay/core/decide/commit-plan";
import { keepQuarantined, mostQuarantined } from "@leadrelay/db/quarantine/keep-quarantined";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { placeRow } from "../../test/place-row.ts";
import { rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const day = 86_400_000;
const row = (client_id: string, submitted_at: number, form_id = "form"): QuarantinedRow => ({
  client_id,
  public_id: crypto.randomUUID(),
  form_id,
  contact_name: null,
  contact_email: null,
  contact_phone: null,
  project: null,
  payload_json: "{}",
  message_json: "{}",
  submitted_at,
  expires_at: submitted_at + 30 * day,
});
const had = (client_id: string, value: number, reason = "honeypot_quarantined") =>
  placeRow("intake_counters", { client_id, day: 3, form_id: "form", reason, value, hour: 0, in_hour: 0 });
const keep = (kept: QuarantinedRow[]) => runBatch(env.DB, keepQuarantined(pipelineScope, kept));
const stored = async (client: string) =>
  (await rows("SELECT 1 FROM quarantined_submissions WHERE client_id = ?", client)).length;
const counted = async (client: string) =>
  (
    await rows<{ day: number; form_id: string; reason: string; value: number }>(
      "SELECT * FROM intake_counters WHERE client_id = ? ORDER BY day, form_id, reason",
      client,
    )
  ).map((one) => `${one.day} ${one.form_id} ${one.reason} ${one.value}`);

it.each([
  ["is empty", null, 3, ["3 form honeypot_quarantined 3"]],
  ["has room for two", mostQuarantined - 2, 2, ["3 form honeypot 1", "3 form honeypot_quarantined 1000"]],
  ["is full", mostQuarantined, 0, ["3 form honeypot 3", "3 form honeypot_quarantined 1000"]],
  ["is more than full", mostQuarantined + 9, 0, ["3 form honeypot 3", "3 form honeypot_quarantined 1009"]],
] as const)(
  "of three a day that %s keeps and counts what it has room for",
  async (_, before, kept, counts) => {
    const client = crypto.randomUUID();
    if (before !== null) await had(client, before);
    await keep([1, 2, 3].map((ms) => row(client, 3 * day + ms)));
    expect([await stored(client), await counted(client)]).toEqual([kept, [...counts]]);
  },
);

it("another day, another form, and what was dropped take no room", async () => {
  const client = crypto.randomUUID();
  await had(client, mostQuarantined);
  await keep([row(client, 4 * day), row(client, 3 * day, "other"), row(client, 3 * day)]);
  expect(await stored(client)).toBe(2);
  expect(await counted(client)).toEqual([
    "3 form honeypot 1",
    "3 form honeypot_quarantined 1000",
    "3 other honeypot_quarantined 1",
    "4 form honeypot_quarantined 1",
  ]);
  const other = crypto.randomUUID();
  await had(other, mostQuarantined, "honeypot");
  await keep([row(other, 3 * day)]);
  expect(await stored(other)).toBe(1);
});
