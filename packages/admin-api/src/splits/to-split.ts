import type { z } from "@hono/zod-openapi";
import { explainDestination } from "@leadrelay/core/explain/explain-destination";
import { contactOf, maskedIf } from "@leadrelay/core/masking/mask-contact";
import { maskEmail } from "@leadrelay/core/masking/mask-email";
import { maskPhone } from "@leadrelay/core/masking/mask-phone";
import type { Identity } from "@leadrelay/core/identity/identity";
import type { SplitPlan } from "@leadrelay/core/split/plan-split";
import type { DestinationLookup } from "@leadrelay/core/story/story";
import type { FoundSplit } from "./find-split.ts";
import type { splitSchema } from "./split-schema.ts";

type SplitAnswer = z.input<typeof splitSchema>;

/** A split as whoever asks may see it. `plan` is null where it was done before. */
export function toSplit(
  { lead, client: { masked }, split, doneAs }: FoundSplit,
  made: { plan: SplitPlan; state: "planned" | "done"; lookup: DestinationLookup } | null,
): SplitAnswer {
  if (made === null || split === null)
    return { state: "done_before", lead_id: lead.public_id, new_lead_id: doneAs, plan: null };
  const { plan, state, lookup } = made;
  const told = split.going.flatMap(({ deliveries }) => deliveries);
  const cancelled = new Set(plan.cancelled.map(({ public_id }) => public_id));
  const named = ({ public_id, destination_id }: (typeof told)[number]) => ({
    delivery_id: public_id,
    destination_id,
  });
  return {
    state,
    lead_id: lead.public_id,
    new_lead_id: state === "planned" ? null : plan.newLead.public_id,
    plan: {
      version: lead.submission_count,
      submissions: split.going.map(({ public_id, submission_number, submitted_at }) => ({
        id: public_id,
        submission_number,
        submitted_at,
      })),
      new_lead: { ...contactOf(plan.newLead, masked), masked, submissions: split.going.length },
      old_lead: { ...contactOf(plan.oldLead, masked), masked, submissions: split.staying },
      identities: plan.identities.map((one) => ({ kind: one.kind, value: shown(one, masked) })),
      sends: plan.traces.map((trace) => {
        const name = lookup(trace.id)?.name ?? null;
        return { destination_id: trace.id, name, sentence: explainDestination(trace, name ?? trace.id) };
      }),
      cancels: plan.cancelled.map(named),
      told_before: told.filter(({ public_id }) => !cancelled.has(public_id)).map(named),
    },
  };
}

function shown({ kind, value }: Identity, masked: boolean): string | null {
  switch (kind) {
    case "email":
      return maskedIf(masked, value, maskEmail);
    case "phone":
      return maskedIf(masked, value, maskPhone);
    case "visitor_id":
    case "ip":
      return masked ? null : value;
  }
}
