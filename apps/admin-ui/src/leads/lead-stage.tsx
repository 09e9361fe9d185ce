import type { Schemas } from "../api.ts";
import { leadTexts } from "../texts/leads.ts";
import { useMoveLead } from "./move-lead.ts";
import { useStages } from "./use-clients.ts";

/** By which keys find it. */
export const stageField = "lead-stage";

/** The stage of the client's pipeline a lead stands at, to be changed at once: it can be changed back. */
export function LeadStage({ lead }: { lead: Schemas["Lead"] }) {
  const stages = useStages(lead.client_id, lead.status);
  const move = useMoveLead();
  return (
    <select
      id={stageField}
      aria-label={leadTexts.filter.stage}
      className="bg-raised border-line h-8 rounded-md border px-2 font-medium"
      value={lead.status}
      onChange={({ target: { value } }) => move(lead, value)}
    >
      {stages.map((stage) => (
        <option key={stage} value={stage}>
          {stage}
        </option>
      ))}
    </select>
  );
}
