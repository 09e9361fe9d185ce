import { directConfigFormat } from "@leadrelay/contracts/direct-config";
import { kvPrefixes } from "@leadrelay/contracts/kv-keys";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { recordSweep } from "@leadrelay/db/sweeps/sweep-run";
import { env } from "cloudflare:test";

/** Everything as it should be: the cron ran, nothing waits, what is published is known. */
export async function calmInstallation(nowMs: number): Promise<void> {
  for (const prefix of Object.values(kvPrefixes)) {
    const { keys } = await env.KV.list({ prefix });
    await Promise.all(keys.map(({ name }) => env.KV.delete(name)));
  }
  await env.DB.batch([
    env.DB.prepare("UPDATE forms SET snapshot_stale = 0, deleted_at = 1"),
    env.DB.prepare(
      `UPDATE clients SET direct_config_stale = 0, direct_config_format = ${directConfigFormat}`,
    ),
    env.DB.prepare("DELETE FROM deliveries"),
    env.DB.prepare("DELETE FROM dead_letters"),
    env.DB.prepare("DELETE FROM replay_plans"),
    env.DB.prepare("DELETE FROM database_sizes"),
  ]);
  await runOne(env.DB, recordSweep(pipelineScope, { started_at: nowMs, finished_at: nowMs, failed: {} }));
}
