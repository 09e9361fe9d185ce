import { getRouteApi } from "@tanstack/react-router";
import { api } from "../api.ts";
import { personName } from "../format/person.ts";
import { Failed, Loading } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { LeadBody } from "./lead-body.tsx";

const route = getRouteApi("/frame/leads/$leadId");

/** One lead with all that is known of it. */
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
    <Page title={personName(lead)} beside={`Lead ${lead.number}`}>
      <div className="mx-auto max-w-3xl">
        <LeadBody lead={lead} />
      </div>
    </Page>
  );
}
