import type { Lead } from "@leadrelay/db/leads/lead";
import type { NewActivity } from "@leadrelay/db/leads/write-activity";
import type { Access } from "../access/access.ts";
import type { AdminDependencies } from "../dependencies.ts";

/** What whoever asks does on a lead. */
export function newActivity(
  lead: Lead,
  text: string,
  actor: Access["actor"],
  { newId, now }: Pick<AdminDependencies, "newId" | "now">,
): NewActivity {
  if (actor.kind === "nobody") throw new Error("Nobody does anything on a lead");
  return {
    lead_id: lead.id,
    id: newId(),
    client_id: lead.client_id,
    author_kind: actor.kind,
    author_id: actor.id,
    author_name: actor.name,
    text,
    created_at: now(),
  };
}
