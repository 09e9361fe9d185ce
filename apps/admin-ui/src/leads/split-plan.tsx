import type { Schemas } from "../api.ts";
import { personContact, personName } from "../format/person.ts";
import { leadWords } from "../texts/lead.ts";

const words = leadWords.split;
type Plan = NonNullable<Schemas["Split"]["plan"]>;

/** What a split comes to: both leads, who hears of the new one, and what becomes of what was sent. */
export const SplitPlan = ({ plan }: { plan: Plan }) => (
  <div role="status" className="bg-calm-tint grid gap-3 rounded-md p-3">
    <div className="grid gap-3 sm:grid-cols-2">
      <Half title={words.becomes} half={plan.new_lead} />
      <Half title={words.stays} half={plan.old_lead} />
    </div>
    {plan.sends.length === 0 ? null : (
      <div className="grid gap-1">
        <p className="font-medium">{words.sends}</p>
        {plan.sends.map(({ destination_id, sentence }) => (
          <p key={destination_id}>{sentence}</p>
        ))}
      </div>
    )}
    {plan.cancels.length === 0 ? null : <p>{words.cancels(plan.cancels.length)}</p>}
    {plan.told_before.length === 0 ? null : (
      <p className="text-soft">{words.toldBefore(plan.told_before.length)}</p>
    )}
  </div>
);

const Half = ({ title, half }: { title: string; half: Plan["new_lead"] }) => (
  <div className="grid gap-0.5">
    <span className="text-soft text-xs font-medium">{title}</span>
    <span className="font-medium">{personName(half)}</span>
    <span className="text-soft break-all">{personContact(half)}</span>
    <span className="text-soft">{words.submissions(half.submissions)}</span>
  </div>
);
