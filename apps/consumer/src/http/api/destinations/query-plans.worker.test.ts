import { callbackClients } from "@leadrelay/db/callbacks/client-callbacks";
import { callbacksOfClient } from "@leadrelay/db/callbacks/callbacks-of-client";
import { optedOut } from "@leadrelay/db/callbacks/opt-outs";
import { resolveCallbacks } from "@leadrelay/db/callbacks/resolve-callbacks";
import { limitedDeliveries } from "@leadrelay/db/deliveries/limited-deliveries";
import { releaseHeld, releaseHeldOf } from "@leadrelay/db/deliveries/release-held";
import { newestShapes } from "@leadrelay/db/destination-shapes/destination-shapes";
import { placesOfClient } from "@leadrelay/db/destinations/places-of-client";
import { findExchanges } from "@leadrelay/db/exchanges/find-exchanges";
import { lastSentOfLead } from "@leadrelay/db/notices/last-sent-of-lead";
import { noteShapes, shapesToJudge } from "@leadrelay/db/answer-shapes/note-shapes";
import { cancelOthers } from "@leadrelay/db/routes/cancel-others";
import { findRoute, listRoutes } from "@leadrelay/db/routes/find-route";
import { leadsToPass } from "@leadrelay/db/routes/leads-to-pass";
import { recentLeads } from "@leadrelay/db/routes/recent-leads";
import { talliesOfClient } from "@leadrelay/db/routes/tallies-of-client";
import { pipelineScope, type OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { destinationHours } from "@leadrelay/db/statistics/destination-hours";
import { sampleSubmissions } from "@leadrelay/db/submissions/sample-submissions";
import { forgetMarks, waitingNow } from "@leadrelay/db/tallies/held-marks";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { scannedTables } from "../../../../test/query-plans.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const scope: OperatorScope = {
  kind: "operator",
  clients: [{ id: "c", database: "DB", masked: false }],
  agencyIds: [],
  isInstallation: false,
};
const range = { after: ["c", "x"], rows: 10, clients: 5 } as const;
const keys = [{ lead_id: 1, event_id: "e", destination_id: "d" }];
const released = { nowMs: 1, limit: 10 };
const sought = { id: "k", client_id: "c", once_key: "o", return_period: "m:2026-11", is_outcome: true };

it.each<[string, Statement<unknown>]>([
  ["the places of a client's destinations", placesOfClient(scope, "c")],
  ["a route", findRoute(scope, "r")],
  ["routes", listRoutes(scope, range)],
  ["what a client counts", talliesOfClient(scope, "c", 1)],
  ["a client's last leads", recentLeads(scope, "c", 10)],
  ["leads that go on", leadsToPass(pipelineScope, keys)],
  ["whom a lead is taken from", cancelOthers(pipelineScope, keys, 1)],
  ["shapes of a destination", newestShapes(scope, "d", 10)],
  ["last submissions", sampleSubmissions(scope, "c", { last: 10 })],
  ["a lead by its id", sampleSubmissions(scope, "c", { id: "s" })],
  ["what tries sent", findExchanges(scope, "d", { since: 1 })],
  ["the last hours of destinations", destinationHours(scope, ["c"], 20_000)],
  ["the last hours of one", destinationHours(scope, ["c"], 20_000, "d")],
  ["callbacks of a client", callbacksOfClient(scope, "c")],
  ["whose callbacks are", callbackClients(pipelineScope, { ids: ["c"], keys: ["k"], destinationIds: ["d"] })],
  ["what callbacks are about", resolveCallbacks(pipelineScope, [{ ...sought, sought: { lead_id: 1 } }])],
  ["who said STOP", optedOut(pipelineScope, [{ client_id: "c", phone: "1" }])],
  ["what limits ask", limitedDeliveries(pipelineScope, keys, true)],
  ["what is released", releaseHeld(pipelineScope, ["d"], released)],
  [
    "what of a source is released",
    releaseHeldOf(pipelineScope, { destination_id: "d", source: "s" }, released),
  ],
  ["what waits", waitingNow(pipelineScope, ["d"], 10)],
  [
    "marks",
    forgetMarks(pipelineScope, [{ client_id: "c", destination_id: "d", source: "s", subject: "held:d:s" }]),
  ],
  ["shapes to be judged", shapesToJudge(pipelineScope, ["d"])],
  ["shapes that were seen", noteShapes(pipelineScope, [], 1)],
  ["what was sent of a lead", lastSentOfLead(scope, { id: 1, client_id: "c" })],
])("%s: found through an index", async (_what, { query }) => {
  // What was found first, of one lead or one callback.
  const own = new Set(["SCAN asked", "SCAN e"]);
  expect((await scannedTables(query.sql)).filter((scan) => !own.has(scan))).toEqual([]);
});

it.each([
  ["of a destination", releaseHeld(pipelineScope, ["d"], released)],
  ["of a source", releaseHeldOf(pipelineScope, { destination_id: "d", source: "s" }, released)],
])(
  "what is released %s is found one by one: 5 000 held would be gone through 5 000 times",
  async (_of, { query }) => {
    const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${query.sql}`)
      .bind(...query.parameters)
      .all<{ detail: string }>();
    expect(results.map(({ detail }) => detail)).toContain(
      "SEARCH deliveries USING PRIMARY KEY (lead_id=? AND event_id=? AND destination_id=?)",
    );
  },
);
