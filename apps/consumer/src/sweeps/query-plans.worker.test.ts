import {
  markOutdatedDirectConfigs,
  settleDirectConfig,
  staleClientIdAt,
  staleDirectConfigs,
} from "@leadrelay/db/publishing/stale-direct-configs";
import { recordedSizes, recordSizes } from "@leadrelay/db/database/recorded-sizes";
import { settleFormSnapshot, staleFormIdAt, staleForms } from "@leadrelay/db/publishing/stale-forms";
import { usualPayload } from "@leadrelay/core/payload/stored-payload";
import { findUnreplayedLetters } from "@leadrelay/db/dead-letters/find-unreplayed-letters";
import {
  exchangesRemovedUntil,
  forgetLate,
  removeExchanges,
  removeLateExchanges,
} from "@leadrelay/db/exchanges/remove-exchanges";
import { insertDeadLetters } from "@leadrelay/db/dead-letters/insert-dead-letters";
import { listStorageLetters } from "@leadrelay/db/dead-letters/list-storage-letters";
import { markReplayed } from "@leadrelay/db/dead-letters/mark-replayed";
import { pipelineScope } from "@leadrelay/db/scope";
import { lastSweep, recordSweep } from "@leadrelay/db/sweeps/sweep-run";
import type { Statement } from "@leadrelay/db/statement";
import { closeRewrite, moveRewrite } from "@leadrelay/db/text-rewrites/rewrite-cursors";
import { rewriteEvents, rewriteSubmissions } from "@leadrelay/db/text-rewrites/rewrite-rows";
import { eventsBehind, submissionsBehind } from "@leadrelay/db/text-rewrites/rows-behind";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { scannedTables } from "../../test/query-plans.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

// A partial index that is scanned holds nothing but what is sought.
const partialIndexes =
  /USING (COVERING )?INDEX (dead_letters_storage|forms_snapshot_stale|clients_direct_config_stale)/;

const client = { client_id: "c", source: "{}" };
const chunk = { rows: 1, characters: 1 };
const rewrite = { table: "events", after: [0, ""] } as const;
const whole = {
  ...usualPayload({ lead_id: 1, type: "lead.created", submission_public_id: "s" }),
  lead_submission_id: 1,
};
const oldEvent = {
  lead_id: 1,
  id: "e",
  client_id: "c",
  type: "lead.created",
  submission_public_id: "s",
  payload_json: JSON.stringify({ ...whole, user_agent: "x".repeat(2_000) }),
  created_at: 1,
} as const;
const oldSubmission = {
  lead_id: 1,
  submission_number: 1,
  id: 1,
  public_id: "s",
  client_id: "c",
  form_id: "f",
  outcome: "new_lead",
  contact_name: null,
  contact_email: null,
  contact_phone: null,
  cta: null,
  page_url: null,
  attribution_json: null,
  payload_json: JSON.stringify({ text: "x".repeat(2_000) }),
  decision_json: "{}",
  submitted_at: 1,
  unsent: null,
  unsent_payload: null,
} as const;
const statements: [string, Statement<unknown>][] = [
  ["stale forms", staleForms(pipelineScope, "", 20)],
  ["where to begin with forms", staleFormIdAt(pipelineScope, 50)],
  ["where to begin with direct configs", staleClientIdAt(pipelineScope, 50)],
  ["remove exchanges", removeExchanges(pipelineScope, { from: 0, until: 1 })],
  ["remove late exchanges", removeLateExchanges(pipelineScope, 1, 10)],
  ["forget late exchanges", forgetLate(pipelineScope, 1, 10)],
  ["exchanges removed until", exchangesRemovedUntil(pipelineScope)],
  ["settle form snapshot", settleFormSnapshot(pipelineScope, "f", 1)],
  ["stale direct configs", staleDirectConfigs(pipelineScope, "", 20)],
  ["mark outdated direct configs", markOutdatedDirectConfigs(pipelineScope)],
  ["settle direct config", settleDirectConfig(pipelineScope, client)],
  ["record a sweep", recordSweep(pipelineScope, { started_at: 1, finished_at: 2, failed: {} })],
  ["the last sweep", lastSweep(pipelineScope)],
  ["insert dead letters", insertDeadLetters(pipelineScope, [], 1)],
  ...recordSizes(pipelineScope, [], 1).map((each): [string, Statement<unknown>] => ["record sizes", each]),
  ["recorded sizes", recordedSizes(pipelineScope, ["DB"], 1)],
  ["storage letters", listStorageLetters(pipelineScope, 100)],
  ["mark replayed", markReplayed(pipelineScope, [{ id: "a", last_failed_at: 1 }], "system", 1)],
  ["unreplayed letters", findUnreplayedLetters(pipelineScope, ["a"])],
  ["submissions to rewrite", submissionsBehind(pipelineScope, [0, 0], chunk)],
  ["events to rewrite", eventsBehind(pipelineScope, [0, ""], chunk)],
  ["move a rewrite", moveRewrite(pipelineScope, rewrite, [1, ""])],
  ["close a rewrite", closeRewrite(pipelineScope, rewrite)],
  ...[...rewriteSubmissions(pipelineScope, [oldSubmission]), ...rewriteEvents(pipelineScope, [oldEvent])].map(
    (statement): [string, Statement<unknown>] => ["rewrite", statement],
  ),
];

it.each(statements)("%s scans no table", async (_name, statement) => {
  const scans = await scannedTables(statement.query.sql);
  expect(scans.filter((scan) => !partialIndexes.test(scan))).toEqual([]);
});
