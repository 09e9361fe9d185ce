import { toSubmission } from "@leadrelay/consumer/received/to-submission";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import type { EventRow, SubmissionRow } from "@leadrelay/core/decide/commit-plan";
import { decideBatch } from "@leadrelay/core/decide/decide-batch";
import type { Facts } from "@leadrelay/core/decide/facts";
import { parseTrace } from "@leadrelay/core/decide/parse-trace";
import { readPayload } from "@leadrelay/core/payload/read-payload";
import { defaultWeights } from "@leadrelay/core/suspicion/weights";
import { insertRows } from "@leadrelay/db/json-rows";
import { runBatch } from "@leadrelay/db/run-batch";
import { v7 } from "uuid";
import { benchDestination, benchTenant } from "../submissions/bench-tenant.ts";
import { makeSubmissions } from "../submissions/make-submissions.ts";

const atOnce = 1_000;
/** One in so many brings more than a row has room for: a long message, and a long address it came from. */
const thickEvery = 10;

/** Fills a database of before migration 0011 with delivered leads as the code of then stored them. */
export async function loadOldLeads(
  database: D1Database,
  count: number,
  note: (text: string) => void,
): Promise<void> {
  const insert = await insertInto(database);
  for (let first = 0; first < count; first += atOnce) {
    const plan = decideBatch(
      makeSubmissions(first, atOnce).map((message, index) =>
        received(index % thickEvery === 0 ? thick(message) : message),
      ),
      factsFrom(first + 1),
      {
        policy: {
          environment: "development",
          duplicateWindowMinutes: 30,
          reengageHours: 24,
          identityGuard: true,
        },
        nowMs: Date.now(),
        newId: v7,
      },
    );
    await runBatch(database, [
      ...insert("leads", plan.newLeads.map(flags)),
      ...insert("lead_identities", [...plan.identities, ...plan.ipIdentities].map(flags)),
      ...insert("lead_submissions", plan.submissions.map(oldSubmission)),
      ...insert("events", plan.events.map(oldEvent)),
      ...insert("deliveries", plan.deliveries),
    ]);
    if ((first / atOnce) % 50 === 49) note(`${first + atOnce} leads`);
  }
  await database.batch(settled.map((sql) => database.prepare(sql)));
}

const received = (body: SubmissionMessage) =>
  toSubmission({
    message: { id: "", timestamp: new Date(), body, attempts: 1, ack() {}, retry() {} },
    body,
    form: body.form ?? { form_id: "", client_id: "", database: "", default_region: null },
    payloadJson: JSON.stringify(body.payload),
  });

const thick = (message: SubmissionMessage): SubmissionMessage => ({
  ...message,
  payload: { ...message.payload, message: "Please call me about a flat with a view. ".repeat(30) },
  context: {
    ...message.context,
    referrer: `https://www.example.com/lake-view?${"utm_content=a-long-name-of-an-ad&".repeat(20)}`,
  },
});

/** Whole, as `JSON.stringify` wrote both. */
const oldSubmission = (row: SubmissionRow): SubmissionRow => ({
  ...row,
  decision_json: JSON.stringify(parseTrace(row)),
});
const oldEvent = (row: EventRow): EventRow => ({ ...row, payload_json: JSON.stringify(readPayload(row)) });

const factsFrom = (nextId: number): Facts => ({
  forms: new Map([[benchTenant.form.id, form]]),
  clients: new Map([[benchTenant.client.id, client]]),
  stored: new Set(),
  blocked: new Map(),
  allowed: new Map(),
  identities: new Map(),
  leads: new Map(),
  nextLeadId: nextId,
  tallies: new Map(),
  nextSubmissionId: nextId,
});

const form = {
  id: benchTenant.form.id,
  client_id: benchTenant.client.id,
  form_key: benchTenant.form.formKey,
  duplicate_window_minutes: null,
  reengage_hours: null,
  reengage_basis: "last_submission",
  identity_guard: null,
} as const;

const client: Facts["clients"] extends ReadonlyMap<string, infer Client> ? Client : never = {
  id: benchTenant.client.id,
  test_strings: [],
  suspicion_weights: defaultWeights,
  destinations: [
    {
      id: benchDestination("").id,
      enabled: true,
      health: null,
      limits: null,
      takes_test: false,
      environments: ["development"],
      event_types: ["lead.created"],
      max_attempts: 10,
    },
  ],
};

/** How the tables of then take rows of now: what is a column only since is left out. */
async function insertInto(database: D1Database) {
  const known = new Map<string, Set<string>>();
  for (const table of tables) {
    const columns = database.prepare("SELECT name FROM pragma_table_info(?)").bind(table);
    const { results } = await columns.all<{ name: string }>();
    known.set(table, new Set(results.map(({ name }) => name)));
  }
  return (table: (typeof tables)[number], rows: readonly object[]) => {
    const columns = known.get(table);
    const kept = rows.map((row) => Object.entries(row).filter(([name]) => columns?.has(name)));
    const [first = []] = kept;
    return insertRows<Record<string, unknown>>(
      table,
      first.map(([name]) => name),
      kept.map((entries) => Object.fromEntries(entries)),
    );
  };
}

const tables = ["leads", "lead_identities", "lead_submissions", "events", "deliveries"] as const;

const flags = <Row extends { is_test: boolean }>(row: Row) => ({ ...row, is_test: row.is_test ? 1 : 0 });

/** Every delivery as one that arrived at its first try. */
const settled = [
  "UPDATE leads SET last_sent_at = last_submitted_at",
  `INSERT INTO delivery_attempts (lead_id, event_id, destination_id, number, client_id, outcome, status_code, started_at, duration_ms)
   SELECT lead_id, event_id, destination_id, 1, client_id, 'delivered', 200, created_at, 20 FROM deliveries`,
  `UPDATE deliveries SET status = 'delivered', attempts = 1, settled_at = created_at, next_attempt_at = NULL, last_status_code = 200`,
];
