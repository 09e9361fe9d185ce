import type { Schemas } from "../api.ts";
import { LeadActions } from "./lead-actions.tsx";
import { LeadStory } from "./lead-story.tsx";
import { LeadSubmissions } from "./lead-submissions.tsx";
import { LeadSummary } from "./lead-summary.tsx";

/** All of a lead, one below the other. */
export const LeadBody = ({ lead }: { lead: Schemas["LeadDetails"] }) => (
  <div className="divide-line grid divide-y">
    <div className="px-4 py-3">
      <LeadActions lead={lead} />
    </div>
    <LeadSummary lead={lead} />
    <LeadSubmissions lead={lead} />
    <LeadStory leadId={lead.id} />
  </div>
);
