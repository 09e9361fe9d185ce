import { kindsSentWithoutStorage } from "@leadrelay/adapters/registry";
import type { DirectConfig } from "@leadrelay/contracts/direct-config";
import {
  markOutdatedDirectConfigs,
  settleDirectConfig,
  staleClientIdAt,
  staleDirectConfigs,
  type DirectConfigSource,
  type StaleDirectConfig,
} from "@leadrelay/db/publishing/stale-direct-configs";
import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Sealer } from "@leadrelay/signing/seal";
import { publishCallbacks } from "./publish-callbacks.ts";
import type { Dependencies } from "../../dependencies.ts";
import { isEventType } from "@leadrelay/contracts/event-type";
import { withdrawDirectConfig, writeDirectConfig } from "../../outage/direct-config-store.ts";
import { openBudget } from "../budget.ts";
import { publishStale } from "./publish-stale.ts";

/** Keeps in KV what each client's leads need while D1 is away, and takes a deleted client's out of it. */
export function publishDirectConfigs(dependencies: Dependencies, budget = openBudget()): Promise<number> {
  const { control, now } = dependencies;
  return publishStale<StaleDirectConfig>(
    {
      idAt: async (place) => {
        const marked = markOutdatedDirectConfigs(pipelineScope);
        const [, id] = await runBatch(control, [marked, staleClientIdAt(pipelineScope, place)]);
        return id;
      },
      page: (afterId, limit) => runOne(control, staleDirectConfigs(pipelineScope, afterId, limit)),
      idOf: (client) => client.client_id,
      publish: (client) => publishDirectConfig(dependencies, client),
    },
    now(),
    budget,
  );
}

/** Brings one to KV. Throws what KV and D1 throw, and for settings that cannot be opened. */
export async function publishDirectConfig(
  dependencies: Dependencies,
  client: StaleDirectConfig,
): Promise<void> {
  const { kv, control } = dependencies;
  const source = JSON.parse(client.source) as DirectConfigSource;
  const unreadable: string[] = [];
  await publishCallbacks(dependencies, client.client_id, source);
  if (source.deleted) await withdrawDirectConfig(kv, client.client_id);
  else {
    const sealer = await dependencies.sealer();
    // Those of other kinds wait for D1: what nobody needs there stays out of KV.
    const used = source.destinations.filter(({ kind }) => kindsSentWithoutStorage.has(kind));
    const { destinations, ...opened } = await openDestinations(used, sealer);
    unreadable.push(...opened.unreadable);
    await writeDirectConfig(kv, sealer, toDirectConfig(client.client_id, source, destinations));
  }
  // The others are published; this client stays stale, so that each minute's log names the destination.
  if (unreadable.length > 0) throw new Error(`cannot open the settings of ${unreadable.join(", ")}`);
  await runOne(control, settleDirectConfig(pipelineScope, client));
}

async function openDestinations(sealed: DirectConfigSource["destinations"], sealer: Sealer) {
  const destinations: DirectConfig["destinations"] = [];
  const unreadable: string[] = [];
  for (const { sealed_settings, takes_test, event_types, ...destination } of sealed) {
    try {
      const settings = await sealer.open(sealed_settings, sealedSettingsAt(destination.id));
      const read = readObject(settings);
      destinations.push({
        ...destination,
        takes_test: takes_test === 1,
        event_types: event_types.filter(isEventType),
        settings: read,
      });
    } catch {
      unreadable.push(destination.id);
    }
  }
  return { destinations, unreadable };
}

/** One that is none would make the client's whole configuration unreadable. */
function readObject(text: string): Record<string, unknown> {
  const read: unknown = JSON.parse(text);
  if (typeof read !== "object" || read === null || Array.isArray(read)) throw new Error("no settings");
  return { ...read };
}

const toDirectConfig = (
  client_id: string,
  { test_strings, blocked, allowed, forms }: DirectConfigSource,
  destinations: DirectConfig["destinations"],
): DirectConfig => ({
  v: 1,
  client_id,
  test_strings,
  blocked,
  allowed,
  forms: forms.map((form) => ({
    ...form,
    identity_guard: form.identity_guard === null ? null : form.identity_guard === 1,
  })),
  destinations,
});
