import { pipelineScope } from "@leadrelay/db/scope";
import {
  settleFormSnapshot,
  staleFormIdAt,
  staleForms,
  type StaleForm,
} from "@leadrelay/db/publishing/stale-forms";
import { runOne } from "@leadrelay/db/run-batch";
import { publishFormSnapshot, withdrawFormSnapshot } from "@leadrelay/snapshot/publish-form-snapshot";
import type { Dependencies } from "../../dependencies.ts";
import { openBudget } from "../budget.ts";
import { publishStale } from "./publish-stale.ts";

/** Brings changed forms to the edge, and takes deleted ones from it. */
export function publishForms(dependencies: Dependencies, budget = openBudget()): Promise<number> {
  const { control, now } = dependencies;
  return publishStale<StaleForm>(
    {
      idAt: (place) => runOne(control, staleFormIdAt(pipelineScope, place)),
      page: (afterId, limit) => runOne(control, staleForms(pipelineScope, afterId, limit)),
      idOf: (form) => form.id,
      publish: (form) => publishForm(dependencies, form),
    },
    now(),
    budget,
  );
}

/** Brings one to the edge. Throws what KV and D1 throw, and for a row that holds what no snapshot can. */
export async function publishForm({ kv, control }: Dependencies, form: StaleForm): Promise<void> {
  if (form.deleted) await withdrawFormSnapshot(kv, form.form_key);
  else await publishFormSnapshot(kv, form.form_key, form.snapshot());
  await runOne(control, settleFormSnapshot(pipelineScope, form.id, form.updated_at));
}
