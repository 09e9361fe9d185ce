import { enableDestination } from "@leadrelay/db/seed/enable-destination";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { createSealer } from "@leadrelay/signing/seal";
import { Miniflare } from "miniflare";
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { startReceiver } from "../receiver/start-receiver.ts";
import { checkPorts } from "./runtime/check-ports.ts";
import { finishWork } from "./runtime/finish-work.ts";
import { keepSignals } from "./runtime/keep-signals.ts";
import { makeWorkerdDieWithUs } from "./runtime/die-with-parent.ts";
import { requeueJournal } from "./runtime/requeue-journal.ts";
import type { Telling } from "./runtime/tell-slow.ts";
import { stackOptions } from "./runtime/stack-options.ts";
import { sweepEveryMinute } from "./runtime/sweep-every-minute.ts";
import { watchRestarts } from "./runtime/watch-restarts.ts";
import { demoOwner, ownerStatements } from "./seed/demo-owner.ts";
import { demoTenant } from "./seed/demo-tenant.ts";
import { tenantStatements } from "./seed/tenant.ts";
import { localIntakeKey, localMasterKey } from "./settings/master-key.ts";
import type { StackSettings } from "./settings/stack-settings.ts";
import { readWorkerVariables } from "./settings/worker-settings.ts";
import { StartRefused } from "./start-refused.ts";
import { damagedWords } from "./storage/damaged-words.ts";
import { damageOf } from "./storage/damage-of.ts";
import { databaseFiles } from "./storage/database-files.ts";
import { applyMigrations } from "./storage/apply-migrations.ts";
import { holdState } from "./storage/hold-state.ts";
import { openStateDir } from "./storage/open-state-dir.ts";

const bannerWaitMs = 1_000;

export interface Stack {
  /** Takes nothing more, lets sends that are under way end (ten seconds at most), then ends everything; state stays in STATE_DIR. */
  stop(): Promise<void>;
}

/**
 * Starts both Workers, the journal, the cron and the demo receiver; resolves when they answer. @param telling says what takes long
 * @throws StartRefused or InvalidSettings, with a sentence for a person.
 */
export async function startStack(
  settings: StackSettings,
  env: Readonly<Record<string, string | undefined>>,
  telling: Telling = (_what, work) => work,
): Promise<Stack> {
  const startedAt = Date.now();
  openStateDir(settings);
  const variables = readWorkerVariables(env, keysOf(settings), {
    PUBLIC_URL: `http://127.0.0.1:${settings.ports.consumer}`,
    PUBLIC_INTAKE_URL: `http://127.0.0.1:${settings.ports.producer}`,
  });
  const state = holdState(settings);
  await checkPorts({
    PORT_PRODUCER: settings.ports.producer,
    PORT_CONSUMER: settings.ports.consumer,
    PORT_RECEIVER: settings.ports.receiver,
  });
  makeWorkerdDieWithUs(settings.stateDir);
  let ready = false;
  const stopKey = randomUUID();
  const options = await stackOptions({ settings, variables, stopKey, isReady: () => ready });
  const receiver = await startReceiver(settings.ports);
  const miniflare = keepSignals(() => new Miniflare(options));
  let sweeping: { stop(): void } | undefined;
  let watching: { stop(): void } | undefined;
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    watching?.stop();
    sweeping?.stop();
    if (ready) await finishWork(miniflare, stopKey);
    await Promise.all([miniflare.dispose(), receiver.stop()]);
    state.release();
  };
  try {
    await telling("starting workerd, which runs both Workers", miniflare.ready);
    const masterKey = variables.consumer["DELIVERY_MASTER_KEY"] ?? "";
    await telling("preparing the database", prepareDatabase(miniflare, settings, masterKey));
    // Publishes the seeded form to KV, so that the first post already finds it.
    const { sweep } = (sweeping = await telling("publishing the demo form", sweepEveryMinute(miniflare)));
    ready = true;
    const requeue = (whose: string, before: number) =>
      settings.journal
        ? requeueJournal(miniflare, { before, whose, isOver: () => isStopping })
        : Promise.resolve();
    watching = await watchRestarts(miniflare, async (noticedAt) => {
      console.error("workerd ended by itself and was started again: what was acknowledged is queued again.");
      // A journal that does not answer yet keeps neither the sweep nor the next restart waiting.
      void requeue("from before workerd ended", noticedAt);
      await sweep();
    });
    // Its line comes before the banner; a long journal must not hold that up.
    await Promise.race([requeue("of the last run", startedAt), wait(bannerWaitMs)]);
  } catch (error) {
    await stop();
    throw whereDamaged(settings.stateDir) ?? error;
  }
  return { stop };
}

const keysOf = ({ stateDir }: StackSettings) => ({
  master: () => localMasterKey(stateDir),
  intake: () => localIntakeKey(stateDir),
});

async function prepareDatabase(miniflare: Miniflare, settings: StackSettings, masterKey: string) {
  const database = await miniflare.getD1Database("DB", "consumer");
  await applyMigrations(database);
  const sealer = await createSealer(masterKey);
  const tenant = demoTenant(settings);
  const now = Date.now();
  // A 410 that somebody tried must not leave the demo silent after a restart; what a person disabled stays so.
  const enable = { id: tenant.destination.id, clientId: tenant.client.id, now };
  await runBatch(database, [
    ...(await tenantStatements(tenant, sealer, now)),
    enableDestination(pipelineScope, enable),
    ...(await ownerStatements(demoOwner(settings.stateDir), tenant.agency.id, now)),
  ]);
}

/** workerd says of a damaged file no more than of any other fault: the file itself is looked at. */
function whereDamaged(stateDir: string): StartRefused | null {
  const file = databaseFiles(stateDir)["DB"];
  if (file === undefined) return null;
  const damage = damageOf(file);
  return damage === null ? null : new StartRefused(damagedWords(file, damage));
}
