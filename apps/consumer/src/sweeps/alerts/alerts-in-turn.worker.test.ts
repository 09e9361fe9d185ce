import { raiseSignals } from "@leadrelay/db/signals/raise-signals";
import { mostClients } from "@leadrelay/db/alerts/alert-facts";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { testDependencies } from "../../../test/deliver-messages.ts";
import { rows } from "../../../test/tenant.ts";
import { sweepAlerts } from "./sweep-alerts.ts";

const minute = 60_000;
const start = 1_900_000_020_000;
const ownTables = ["signals", "told_alerts", "destination_health", "destinations"];

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(async () => {
  for (const table of ownTables) await env.DB.prepare(`DELETE FROM ${table}`).run();
});

/** So many clients, each with a CRM and a chat that is told of everything; named by their numbers behind a word of the test's own. */
async function clients(count: number, word: string): Promise<string[]> {
  const numbers = JSON.stringify(
    Array.from({ length: count }, (_, at) => `${word}_${String(at).padStart(4, "0")}`),
  );
  const destination = (name: string, events: string) =>
    env.DB.prepare(
      `INSERT INTO destinations (id, client_id, name, kind, sealed_settings, environments_json, event_types_json, created_at, updated_at)
       SELECT ? || '_' || value, 'cli_' || value, ?, 'make', 'sealed', '["development"]', ?, 0, 0 FROM json_each(?)`,
    ).bind(`dst_${name}`, name, events, numbers);
  await env.DB.batch([
    env.DB.prepare("INSERT OR IGNORE INTO agencies (id, name, created_at) VALUES ('agc_turn', 'Turn', 0)"),
    env.DB.prepare(
      "INSERT INTO clients (id, agency_id, name, created_at) SELECT 'cli_' || value, 'agc_turn', value, 0 FROM json_each(?)",
    ).bind(numbers),
    destination("crm", '["lead.created"]'),
    destination("chat", '["destination.down","destination.recovered","delivery.suspect"]'),
  ]);
  return JSON.parse(numbers) as string[];
}

const sweep = async (minutes: number) => {
  for (let at = 0; at < minutes; at += 1)
    await sweepAlerts(testDependencies({ now: () => start + at * minute }));
};
const toldChats = async (word: string) =>
  (
    await rows<{ destination_id: string; count: number }>(
      "SELECT destination_id, count(*) AS count FROM deliveries WHERE destination_id LIKE ? GROUP BY destination_id ORDER BY destination_id",
      `dst_chat_${word}_%`,
    )
  ).map(({ destination_id, count }) => `${destination_id} ${count}`);

it("where more clients are watched than a minute tells of, each is told of its outage once, and of its end", async () => {
  const numbers = await clients(2 * mostClients + 5, "down");
  await env.DB.prepare(
    `INSERT INTO destination_health (destination_id, client_id, state, since, suspects_json)
     SELECT id, client_id, 'down', ?, '[]' FROM destinations WHERE name = 'crm'`,
  )
    .bind(start - 2 * minute)
    .run();
  await sweep(9);
  expect(await toldChats("down")).toEqual(numbers.map((number) => `dst_chat_${number} 1`));
  await env.DB.prepare("DELETE FROM destination_health").run();
  await sweep(9);
  expect(await toldChats("down")).toEqual(numbers.map((number) => `dst_chat_${number} 2`));
  expect(await rows("SELECT * FROM told_alerts")).toEqual([]);
});

it("what is signalled of those whose turn it is not waits for it, and is not forgotten", async () => {
  const numbers = await clients(mostClients + 3, "signal");
  const signals = numbers.map((number) => ({
    type: "delivery.suspect" as const,
    client_id: `cli_${number}`,
    destination_id: `dst_crm_${number}`,
    subject: "f00d",
    count: 1,
    raised_at: start - minute,
    sample: null,
    part: {
      delivery_id: "dlv_1",
      status_code: 200,
      fingerprint: "f00d",
      answer: "{}",
      usual: null,
      rule: null,
    },
  }));
  await runBatch(env.DB, raiseSignals(pipelineScope, signals));
  await sweep(2);
  expect(await toldChats("signal")).toEqual(numbers.map((number) => `dst_chat_${number} 1`));
});
