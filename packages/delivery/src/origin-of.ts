import type { LeadOrigin } from "@leadrelay/adapters/adapter";
import { getAdapter } from "@leadrelay/adapters/registry";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { leadOrigin } from "@leadrelay/db/leads/lead-origin";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { failure, type Verdict } from "./verdict-of.ts";

/** How and when the lead of a delivery came, for a kind that is told of stages; no other asks D1. A verdict where that says nothing. */
export async function originOf(
  kind: string,
  { lead_id, client_id }: { lead_id: number; client_id: string },
  { lead }: { lead: D1Database },
): Promise<{ origin?: LeadOrigin } | Verdict> {
  if (getAdapter(kind).takesStages !== true) return {};
  try {
    const origin = await runOne(lead, leadOrigin(pipelineScope, { id: lead_id, client_id }));
    return origin === undefined ? {} : { origin };
  } catch (error) {
    return failure("retry", `how its lead came could not be read: ${reasonOf(error)}`);
  }
}
