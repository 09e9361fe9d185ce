import { runBatch } from "@leadrelay/db/run-batch";
import { createSealer } from "@leadrelay/signing/seal";
import { Miniflare } from "miniflare";
import { startReceiver } from "../receiver/start-receiver.ts";
import { checkPorts } from "./runtime/check-ports.ts";
import { makeWorkerdDieWithUs } from "./runtime/die-with-parent.ts";
import { requeueJournal } from "./runtime/requeue-journal.ts";
import { stackOptions } from "./runtime/stack-options.ts";
import { sweepEveryMinute } from "./runtime/sweep-every-minute.ts";
import { demoTenant } from "./seed/demo-tenant.ts";
import { tenantStatements } from "./seed/tenant.ts";
import { localMasterKey } from "./settings/master-key.ts";
import type { StackSettings } from "./settings/stack-settings.ts";
import { readWorkerVariables } from "./settings/worker-settings.ts";
import { applyMigrations } from "./storage/apply-migrations.ts";

export interface Stack {
  /** Ends everything; state stays in STATE_DIR. */
  stop(): Promise<void>;
}

/** Starts both Workers, the journal, the cron and the demo receiver; resolves when they answer. Throws `StartRefused` or `InvalidSettings`. */
export async function startStack(
  settings: StackSettings,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Stack> {
  const startedAt = Date.now();
  const variables = readWorkerVariables(env, () => localMasterKey(settings.stateDir));
  await checkPorts({
    PORT_PRODUCER: settings.ports.producer,
    PORT_CONSUMER: settings.ports.consumer,
    PORT_RECEIVER: settings.ports.receiver,
  });
  makeWorkerdDieWithUs(settings.stateDir);
  const receiver = await startReceiver(settings.ports);
  let ready = false;
  const miniflare = new Miniflare(await stackOptions({ settings, variables, isReady: () => ready }));
  const stop = async () => {
    sweeping?.stop();
    await Promise.all([miniflare.dispose(), receiver.stop()]);
  };
  let sweeping: { stop(): void } | undefined;
  try {
    await miniflare.ready;
    forgetMiniflareSignals();
    const database = await miniflare.getD1Database("DB", "consumer");
    await applyMigrations(database);
    const sealer = await createSealer(variables.consumer["DELIVERY_MASTER_KEY"] ?? "");
    await runBatch(database, await tenantStatements(demoTenant(settings), sealer, Date.now()));
    sweeping = await sweepEveryMinute(miniflare);
    ready = true;
    if (settings.journal) void requeueJournal(miniflare, startedAt);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

/** Miniflare would end the process in its own signal listeners, before anything of ours is put away. */
function forgetMiniflareSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.removeAllListeners(signal);
}
