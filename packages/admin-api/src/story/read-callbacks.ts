import type { CallbackDetail, LeadCallbackRow } from "@leadrelay/core/callbacks/callback-plan";
import { maskedDetail } from "@leadrelay/core/callbacks/masked-detail";
import { nameIn, type Step } from "@leadrelay/core/story/story";
import { tellCallback } from "@leadrelay/core/story/tell-callback";
import { callbacksOfLead } from "@leadrelay/db/callbacks/callbacks-of-lead";
import type { Lead } from "@leadrelay/db/leads/lead";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope, ScopedClient } from "@leadrelay/db/scope";
import { readDestinations } from "../deliveries/read-destinations.ts";
import type { AdminDependencies } from "../dependencies.ts";

/** A CRM that tells more of one lead has the rest of it. */
const mostTold = 100;

/** What those who have a lead said came of it, the newest. One read more where there is any. */
export async function readCallbacks(
  lead: Lead,
  client: ScopedClient,
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "control" | "leadDatabase">,
): Promise<Step[]> {
  const found = await runOne(
    dependencies.leadDatabase(client.database),
    callbacksOfLead(scope, lead, mostTold),
  );
  if (found.length === 0) return [];
  const ids = found.flatMap(({ destination_id }) => destination_id ?? []);
  const lookup = await readDestinations(ids, scope, dependencies);
  return found.map((row) =>
    tellCallback(
      client.masked ? masked(row, lead) : row,
      row.destination_id === null ? null : nameIn(lookup, row.destination_id),
    ),
  );
}

const masked = (row: LeadCallbackRow, lead: Lead): LeadCallbackRow => ({
  ...row,
  detail_json: JSON.stringify(maskedDetail(JSON.parse(row.detail_json) as CallbackDetail, lead)),
});
