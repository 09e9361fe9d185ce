import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { env } from "cloudflare:test";
import { deliverMessages, testDependencies, testNow } from "./deliver-messages.ts";
import { hookUrl, sealUrl } from "./deliver-wakeups.ts";
import { newTenant, rows, type Tenant } from "./tenant.ts";

const hourMs = 3_600_000;
const blockedIp = "203.0.113.66";

interface Counts {
  duplicate_window: number;
  reengage_wait: number;
  reengage_off: number;
  test: number;
  no_destination: number;
  blocked: number;
  quarantined: number;
}

/**
 * A tenant, and so many submissions of it by each rule that nothing was sent of, stored by the real pipeline; by now its destination takes all
 * events, and tests. Those who were sent once, for the others to repeat, are not among the ids.
 */
export async function unsentTenant(counts: Counts) {
  const tenant = await newTenant({ testStrings: ["rehearsal"] });
  await sealUrl(tenant, hookUrl);
  const context = { ...tenant.submission().context, ip: null };
  const post = (name: string, at: number, given: Partial<SubmissionMessage> = {}) =>
    tenant.submission({
      fields: { email: `${name}@example.com`, name: `Person ${name}` },
      context,
      received_at: at,
      ...given,
    });
  const each = (rule: keyof Counts, make: (n: number) => SubmissionMessage) =>
    Array.from({ length: counts[rule] }, (_, n) => make(n));
  const sentAt = testNow - 48 * hourMs;
  const people = (rule: string) => (n: number) => `${rule}${n % 20}`;
  const repeated = ["duplicate_window", "reengage_wait", "reengage_off"] as const;
  const firsts = repeated.flatMap((rule) =>
    Array.from({ length: Math.min(20, counts[rule]) }, (_, n) => post(people(rule)(n), sentAt)),
  );
  await deliver(firsts);
  const unsent: SubmissionMessage[] = [];
  const store = async (messages: SubmissionMessage[]) => {
    await deliver(messages);
    unsent.push(...messages);
  };
  await store(each("duplicate_window", (n) => post(people("duplicate_window")(n), sentAt + 1_000 + n)));
  await store(
    each("reengage_wait", (n) => post(people("reengage_wait")(n), sentAt + Math.ceil((n + 1) / 20) * hourMs)),
  );
  await set(tenant, "UPDATE forms SET reengage_hours = 0 WHERE client_id = ?");
  await store(
    each("reengage_off", (n) =>
      post(people("reengage_off")(n), sentAt + Math.ceil((n + 1) / 20) * 2 * hourMs),
    ),
  );
  await set(tenant, "UPDATE forms SET reengage_hours = NULL WHERE client_id = ?");
  const rehearsal = (n: number) => ({ email: `test${n}@example.com`, name: "Rehearsal" });
  await store(each("test", (n) => post("test", testNow - hourMs, { fields: rehearsal(n) })));
  await set(tenant, "UPDATE destinations SET event_types_json = '[]' WHERE client_id = ?");
  await store(each("no_destination", (n) => post(`nobody${n}`, testNow - hourMs)));
  await set(tenant, `INSERT INTO blocked_ips (client_id, cidr, blocked_at) VALUES (?, '${blockedIp}/32', 0)`);
  await store(
    each("blocked", (n) => post(`blocked${n}`, testNow - hourMs, { context: { ...context, ip: blockedIp } })),
  );
  await store(each("quarantined", (n) => post(`bot${n}`, testNow - hourMs, { quarantine: "kept" })));
  await set(
    tenant,
    `UPDATE destinations SET event_types_json = '["lead.created","lead.reengaged"]', takes_test = 1 WHERE client_id = ?`,
  );
  return { tenant, messages: unsent, ids: unsent.map(({ submission_id }) => submission_id).toSorted() };
}

async function deliver(messages: readonly SubmissionMessage[]): Promise<void> {
  for (let from = 0; from < messages.length; from += 100)
    await deliverMessages(messages.slice(from, from + 100), testDependencies());
}

const set = (tenant: Tenant, text: string) => env.DB.prepare(text).bind(tenant.clientId).run();

/** How many submissions of a tenant are marked unsent, or kept apart and not released, by rule. */
export const unsentBy = async ({ clientId }: Tenant): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await rows<{ rule: string; n: number }>(
        `SELECT unsent AS rule, count(*) AS n FROM lead_submissions WHERE client_id = ?1 AND unsent IS NOT NULL GROUP BY 1
         UNION ALL SELECT 'blocked', count(*) FROM blocked_ip_leads WHERE client_id = ?1 AND released_at IS NULL HAVING count(*) > 0
         UNION ALL SELECT 'quarantined', count(*) FROM quarantined_submissions WHERE client_id = ?1 AND released_at IS NULL
         HAVING count(*) > 0`,
        clientId,
      )
    ).map(({ rule, n }) => [rule, n]),
  );

/** A receiver that takes all; the ids of the submissions it was told of, in order, one for each request. */
export function submissionReceiver() {
  const told: { id: string; type: string; duplicate: string }[] = [];
  const fetch = (async (_input: RequestInfo | URL, init: RequestInit = {}) => {
    const body = JSON.parse(init.body as string) as Record<string, string>;
    told.push({
      id: body.lead_submission_public_id ?? "",
      type: body.test_lead ?? "",
      duplicate: body.is_duplicate ?? "",
    });
    return new Response("Accepted");
  }) as typeof globalThis.fetch;
  return { told, fetch };
}
