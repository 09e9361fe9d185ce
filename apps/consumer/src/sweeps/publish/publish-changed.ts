import type { Changed } from "@leadrelay/admin-api/dependencies";
import { staleDirectConfigOf } from "@leadrelay/db/publishing/stale-direct-configs";
import { staleFormsByIds } from "@leadrelay/db/publishing/stale-forms";
import { staleSourcesByIds } from "@leadrelay/db/publishing/stale-sources";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../../dependencies.ts";
import { publishDirectConfig } from "./publish-direct-configs.ts";
import { publishForm } from "./publish-forms.ts";
import { publishSource } from "./publish-sources.ts";
import { logFailure } from "./publish-stale.ts";

/**
 * Publishes at once what an operator just changed. False when something of it failed: that stays stale for the sweep, which tries
 * again each minute. Never throws.
 */
export async function publishChanged(dependencies: Dependencies, changed: Changed): Promise<boolean> {
  const { formIds, clientId, sourceIds = [] } = changed;
  try {
    const [forms, configs, sources] = await runBatch(dependencies.control, [
      staleFormsByIds(pipelineScope, formIds),
      staleDirectConfigOf(pipelineScope, clientId ?? ""),
      staleSourcesByIds(pipelineScope, sourceIds),
    ]);
    const done = await Promise.all([
      ...forms.map((form) => succeeds(form.id, publishForm(dependencies, form))),
      ...configs.map((config) => succeeds(config.client_id, publishDirectConfig(dependencies, config))),
      ...sources.map((source) => succeeds(source.id, publishSource(dependencies, source))),
    ]);
    return done.every(Boolean);
  } catch (error) {
    logFailure(clientId ?? [...formIds, ...sourceIds].join(" "), error);
    return false;
  }
}

async function succeeds(id: string, publishing: Promise<void>): Promise<boolean> {
  try {
    await publishing;
    return true;
  } catch (error) {
    logFailure(id, error);
    return false;
  }
}
