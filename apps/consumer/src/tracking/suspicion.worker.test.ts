import { parseTrace } from "@leadrelay/core/decide/parse-trace";
import { networkOf } from "@leadrelay/core/sessions/network-of";
import { pipelineScope } from "@leadrelay/db/scope";
import { correctLeads } from "@leadrelay/db/sessions/correct-leads";
import { foldSessions } from "@leadrelay/db/sessions/fold-sessions";
import { forgetSessions } from "@leadrelay/db/sessions/forget-sessions";
import { noteTrackedForms } from "@leadrelay/db/sessions/note-tracked-forms";
import { sessionsAtNetworks } from "@leadrelay/db/sessions/sessions-at-networks";
import { sessionsOfVisitors } from "@leadrelay/db/sessions/sessions-of-visitors";
import type { Statement } from "@leadrelay/db/statement";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { scannedTables } from "../../test/query-plans.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";
import { forgetOldSessions } from "../sweeps/sessions/forget-old-sessions.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const dayMs = 86_400_000;
const tagged = { form: { tracker_seen_at: testNow } };
const named = (id: string) => ({
  visitor_id: "9b2f6c1e-visitor",
  session_id: id,
  session_totals: "d60000 s50 c3 p2 e9 r0",
});

let people = 0;
/** Why a submission of somebody new looks suspicious. */
async function reasonsOf(
  tenant: Tenant,
  fields: Record<string, string>,
  more: { by_browser?: boolean; ip?: string } = {},
) {
  const { ip = "198.51.100.7", ...rest } = more;
  const all = { email: `person-${(people += 1)}@example.com`, ...fields };
  const { context } = tenant.submission();
  const message = tenant.submission({
    fields: all,
    payload: all,
    received_at: testNow,
    context: { ...context, ip },
    ...rest,
  });
  await deliverMessages([message]);
  const [row] = await rows<{ public_id: string; decision_json: string }>(
    "SELECT public_id, decision_json FROM lead_submissions WHERE public_id = ?",
    message.submission_id,
  );
  return row && parseTrace(row)?.suspicion.reasons;
}

describe("what sessions say of a submission is in its trace", () => {
  it("where no browser sent it and nobody was at its address before", async () => {
    const tenant = await newTenant(tagged);
    expect(await reasonsOf(tenant, {})).toEqual(["no_session"]);
    expect(await reasonsOf(tenant, {}, { by_browser: true })).toEqual([]);
    expect(await reasonsOf(await newTenant(), {})).toEqual([]);
  });

  it("where its address had a session it is no stranger's", async () => {
    const tenant = await newTenant(tagged);
    expect(await reasonsOf(tenant, named("session-1"), { ip: "2001:db8:7::1" })).toEqual([]);
    expect(await reasonsOf(tenant, {}, { ip: "2001:db8:7::2" })).toEqual(["velocity_moderate"]);
    expect(await reasonsOf(tenant, {}, { ip: "2001:db8:8::2" })).toEqual(["no_session"]);
    expect(await reasonsOf(await newTenant(tagged), {}, { ip: "2001:db8:7::1" })).toEqual(["no_session"]);
  });

  it("where one browser sends again and again", async () => {
    const tenant = await newTenant(tagged);
    const told = [];
    for (const id of ["session-1", "session-1", "session-2"])
      told.push(await reasonsOf(tenant, named(id), { ip: `198.51.100.${people}` }));
    expect(told).toEqual([[], ["velocity_moderate"], ["velocity_high"]]);
  });
});

describe("a session", () => {
  it("is forgotten after ninety days, and the lead's score is not", async () => {
    const tenant = await newTenant();
    await reasonsOf(tenant, named("session-1"));
    const left = () => rows("SELECT session_id FROM sessions WHERE client_id = ?", tenant.clientId);
    const after = (days: number) => testDependencies({ now: () => testNow + days * dayMs });
    await forgetOldSessions(after(90));
    expect(await left()).toHaveLength(1);
    expect(await forgetOldSessions(after(91))).toBeGreaterThanOrEqual(1);
    expect(await left()).toEqual([]);
    expect(await rows("SELECT engagement_score FROM leads WHERE client_id = ?", tenant.clientId)).toEqual([
      { engagement_score: 24 },
    ]);
  });
});

const row = {
  client_id: "c",
  visitor_id: "v",
  session_id: "s",
  form_id: "f",
  day: 1,
  network: networkOf("203.0.113.7"),
  started_at: 1,
  last_seen_at: 1,
  duration_ms: 1,
  scroll_percent: 1,
  clicks: 1,
  page_views: 1,
  events: 1,
  returns: 0,
  first_page: null,
  referrer: null,
  asn: null,
  country: null,
  bot_score: null,
  seen_json: null,
  lead_id: null,
  submissions: 0,
  submitted_at: null,
  told_score: null,
};

const statements: [string, Statement<unknown>][] = [
  ["the sessions of a browser", sessionsOfVisitors(pipelineScope, [{ client_id: "c", visitor_id: "v" }])],
  ["what an address did", sessionsAtNetworks(pipelineScope, [{ client_id: "c", network: "n", at: 1 }])],
  [
    "a score that moves",
    correctLeads(pipelineScope, [{ client_id: "c", lead_id: 1, session_id: "s", engagement_score: 1 }]),
  ],
  ["a tag that is heard of", noteTrackedForms(pipelineScope, ["f"], 1)],
  ["what is forgotten", forgetSessions(pipelineScope, 1, 10)],
  ...foldSessions(pipelineScope, [row]).map((one): [string, Statement<unknown>] => ["a beacon", one]),
];

it.each(statements)("%s scans no table", async (_, { query }) => {
  // `t` is what a look-up found, a hundred rows at most.
  const scans = await scannedTables(query.sql);
  expect(scans.filter((scan) => scan !== "SCAN t")).toEqual([]);
});
