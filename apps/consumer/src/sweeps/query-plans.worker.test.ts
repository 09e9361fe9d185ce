import {
  settleDirectConfig,
  staleClientIdAt,
  staleDirectConfigs,
} from "@leadrelay/db/publishing/stale-direct-configs";
import { settleFormSnapshot, staleFormIdAt, staleForms } from "@leadrelay/db/publishing/stale-forms";
import { findUnreplayedLetters } from "@leadrelay/db/dead-letters/find-unreplayed-letters";
import { insertDeadLetters } from "@leadrelay/db/dead-letters/insert-dead-letters";
import { listStorageLetters } from "@leadrelay/db/dead-letters/list-storage-letters";
import { markReplayed } from "@leadrelay/db/dead-letters/mark-replayed";
import { pipelineScope } from "@leadrelay/db/scope";
import { lastSweep, recordSweep } from "@leadrelay/db/sweeps/sweep-run";
import type { Statement } from "@leadrelay/db/statement";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { scannedTables } from "../../test/query-plans.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

// A partial index that is scanned holds nothing but what is sought.
const partialIndexes =
  /USING (COVERING )?INDEX (dead_letters_storage|forms_snapshot_stale|clients_direct_config_stale)/;

const client = { client_id: "c", source: "{}" };
const statements: [string, Statement<unknown>][] = [
  ["stale forms", staleForms(pipelineScope, "", 20)],
  ["where to begin with forms", staleFormIdAt(pipelineScope, 50)],
  ["where to begin with direct configs", staleClientIdAt(pipelineScope, 50)],
  ["settle form snapshot", settleFormSnapshot(pipelineScope, "f", 1)],
  ["stale direct configs", staleDirectConfigs(pipelineScope, "", 20)],
  ["settle direct config", settleDirectConfig(pipelineScope, client)],
  ["record a sweep", recordSweep(pipelineScope, { started_at: 1, finished_at: 2, failed: {} })],
  ["the last sweep", lastSweep(pipelineScope)],
  ["insert dead letters", insertDeadLetters(pipelineScope, [], 1)],
  ["storage letters", listStorageLetters(pipelineScope, 100)],
  ["mark replayed", markReplayed(pipelineScope, [{ id: "a", last_failed_at: 1 }], "system", 1)],
  ["unreplayed letters", findUnreplayedLetters(pipelineScope, ["a"])],
];

it.each(statements)("%s scans no table", async (_name, statement) => {
  const scans = await scannedTables(statement.query.sql);
  expect(scans.filter((scan) => !partialIndexes.test(scan))).toEqual([]);
});
