import { getRouteApi } from "@tanstack/react-router";
import { api } from "../api.ts";
import { personName } from "../format/person.ts";
import { leadWords } from "../texts/lead.ts";
import { Failed, Loading } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { LeadActions } from "./lead-actions.tsx";
import { LeadStory } from "./lead-story.tsx";
import { LeadSubmissions } from "./lead-submissions.tsx";
import { LeadSummary } from "./lead-summary.tsx";

const route = getRouteApi("/frame/leads/$leadId");

/** One lead with all that is known of it; what is printed of it is the lead alone. */
export function LeadPage() {
  const { leadId } = route.useParams();
  const {
    data: lead,
    error,
    refetch,
  } = api.useQuery("get", "/api/leads/{lead_id}", {
    params: { path: { lead_id: leadId } },
  });
  if (lead === undefined)
    return error === null ? <Loading /> : <Failed error={error} retry={() => void refetch()} />;
  return (
    <Page
      title={personName(lead)}
      beside={leadWords.number(lead.number)}
      actions={<LeadActions lead={lead} />}
    >
      <div className="grid max-w-6xl lg:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="divide-line lg:border-line grid content-start divide-y lg:border-e">
          <LeadSummary lead={lead} />
        </div>
        <div className="divide-line max-lg:border-line grid content-start divide-y max-lg:border-t">
          <LeadSubmissions lead={lead} />
          <LeadStory key={lead.id} leadId={lead.id} />
        </div>
      </div>
    </Page>
  );
}
