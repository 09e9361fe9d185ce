import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { eventIdsOf } from "@leadrelay/core/decide/event-ids-of";
import { parseTrace } from "@leadrelay/core/decide/parse-trace";
import { readPayload } from "@leadrelay/core/payload/read-payload";
import { findLetterDetails } from "@leadrelay/db/dead-letters/find-letter-details";
import { findDelivery } from "@leadrelay/db/deliveries/find-delivery";
import { findEvents } from "@leadrelay/db/events/find-events";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { findSubmission } from "@leadrelay/db/submissions/find-submission";
import { newestSubmissions } from "@leadrelay/db/submissions/newest-submissions";
import { startOfPeriod } from "@leadrelay/db/submissions/submitted-key";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages } from "../../test/deliver-messages.ts";
import { hookUrl, scriptedReceiver, sealUrl, wake } from "../../test/deliver-wakeups.ts";
import { placeRow } from "../../test/place-row.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const scopeOf = ({ clientId }: Tenant): OperatorScope => ({
  kind: "operator",
  clients: [{ id: clientId, database: "DB", masked: false }],
  agencyIds: [],
  isInstallation: false,
});

/** A lead that brings more than its rows have room for: what was posted, the trace's notes, and the page it came from. */
const thick = (tenant: Tenant): SubmissionMessage => {
  const base = tenant.submission();
  return tenant.submission({
    payload: { email: "anna@example.com", message: "Ein “Wort” mehr. ".repeat(90) },
    notes: ["a file was skipped ".repeat(50)],
    context: {
      ...base.context,
      referrer: `https://x.example/?${"utm=ü&".repeat(150)}`,
      user_agent: "m".repeat(300),
    },
  });
};

async function storedThick() {
  const tenant = await newTenant();
  await sealUrl(tenant, hookUrl);
  const message = thick(tenant);
  await deliverMessages([message]);
  const [row] = await rows<{ id: number; lead_id: number; payload_json: string; decision_json: string }>(
    "SELECT * FROM lead_submissions WHERE client_id = ?",
    tenant.clientId,
  );
  const [event] = await rows<{ payload_json: string }>(
    "SELECT * FROM events WHERE client_id = ?",
    tenant.clientId,
  );
  if (row === undefined || event === undefined) throw new Error("Nothing was stored");
  return { tenant, message, row, event };
}

describe("texts that their rows have no room for", () => {
  it("stand in a row each beside them, under the submission's number", async () => {
    const { row, event } = await storedThick();
    const ids = [row.id * 8, row.id * 8 + 1, row.id * 8 + 2];
    expect([row.payload_json, row.decision_json, event.payload_json]).toEqual(ids.map((id) => `@${id}`));
    expect(await rows("SELECT id FROM long_texts WHERE id / 8 = ? ORDER BY id", row.id)).toEqual(
      ids.map((id) => ({ id })),
    );
  });

  it("are what every reader gets: the submission, the list, its events, the delivery and its letter", async () => {
    const { tenant, message, row } = await storedThick();
    const scope = scopeOf(tenant);
    const [[submission], [listed]] = await runBatch(env.DB, [
      findSubmission(scope, [tenant.clientId], message.submission_id),
      newestSubmissions(scope, [tenant.clientId], { since: 0, after: startOfPeriod(), perClient: 1 }),
    ]);
    if (submission === undefined || listed === undefined) throw new Error("No reader finds it");
    expect(submission.payload_json).toBe(JSON.stringify(message.payload));
    expect(parseTrace(submission)?.notes).toEqual(message.notes);
    expect(parseTrace(listed)).toEqual(parseTrace(submission));
    const keys = eventIdsOf(listed).map((event_id) => ({
      client_id: tenant.clientId,
      lead_id: row.lead_id,
      event_id,
    }));
    const [event] = await runOne(env.DB, findEvents(scope, keys));
    const payload = event && readPayload(event);
    expect(payload).toMatchObject({ refered_by: message.context.referrer, user_agent: "m".repeat(300) });
    const [delivery] = await rows<{ public_id: string; event_id: string; destination_id: string }>(
      "SELECT * FROM deliveries WHERE client_id = ?",
      tenant.clientId,
    );
    const [details] = await runOne(env.DB, findDelivery(scope, delivery?.public_id ?? ""));
    expect(details?.event?.payload).toEqual(payload);
    const letter = {
      id: crypto.randomUUID(),
      client_id: tenant.clientId,
      kind: "delivery",
      cause: "refused",
      lead_id: row.lead_id,
      event_id: delivery?.event_id,
      destination_id: delivery?.destination_id,
      attempts: 1,
      first_failed_at: 1,
      last_failed_at: 1,
      created_at: 1,
    };
    await placeRow("dead_letters", letter);
    expect((await runOne(env.DB, findLetterDetails(scope, letter.id)))?.frozen?.payload).toEqual(payload);
  });

  it("are what the receiver gets, byte for byte as they were frozen", async () => {
    const { tenant, message } = await storedThick();
    const keys = await rows(
      "SELECT lead_id, event_id, destination_id FROM deliveries WHERE client_id = ?",
      tenant.clientId,
    );
    const bodies: string[] = [];
    const taken = async (init: RequestInit) => {
      bodies.push(init.body as string);
      return new Response("Accepted");
    };
    await wake(keys, scriptedReceiver(taken));
    const [body] = bodies.map((text) => JSON.parse(text) as LeadPayload);
    expect(body).toMatchObject({
      refered_by: message.context.referrer,
      lead_submission_public_id: message.submission_id,
    });
    expect(Object.keys(body ?? {})).toHaveLength(40);
  });

  it("cost a usual lead nothing", async () => {
    const before = await rows("SELECT count(*) AS n FROM long_texts");
    const tenant = await newTenant();
    await deliverMessages([tenant.submission()]);
    expect(await rows("SELECT count(*) AS n FROM long_texts")).toEqual(before);
  });

  it("that another submission's number holds abort the commit: none takes the other's place", async () => {
    const tenant = await newTenant();
    const [range] = await rows<{ next: number }>(
      "SELECT next FROM id_ranges WHERE name = 'lead_submissions'",
    );
    // Ids may be reserved long before they are used.
    const ids = Array.from({ length: 12_000 }, (_, index) => ((range?.next ?? 0) - 1_000 + index) * 8);
    await env.DB.prepare(
      "INSERT INTO long_texts SELECT value, 'another''s' FROM json_each(?) WHERE true ON CONFLICT DO NOTHING",
    )
      .bind(JSON.stringify(ids))
      .run();
    expect((await deliverMessages([thick(tenant)])).acked).toEqual([]);
    expect(await rows("SELECT 1 FROM events WHERE client_id = ?", tenant.clientId)).toEqual([]);
    await env.DB.exec("DELETE FROM long_texts WHERE text = 'another''s'");
  });
});
