import { Link } from "@tanstack/react-router";
import { ArrowUpRight } from "lucide-react";
import { api } from "../api.ts";
import { personName } from "../format/person.ts";
import { leadTexts } from "../texts/leads.ts";
import { buttonClass } from "../ui/button.tsx";
import { Failed, Loading } from "../ui/notices.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import { LeadBody } from "./lead-body.tsx";

/** A lead beside the list it was opened from. */
export function LeadPanel({ leadId, onClose }: { leadId: string; onClose: () => void }) {
  const {
    data: lead,
    error,
    refetch,
  } = api.useQuery("get", "/api/leads/{lead_id}", {
    params: { path: { lead_id: leadId } },
  });
  return (
    <SidePanel
      label={leadTexts.panel}
      title={lead === undefined ? leadTexts.lead : personName(lead)}
      actions={
        <Link to="/leads/$leadId" params={{ leadId }} className={buttonClass()}>
          {leadTexts.fullDetails}
          <ArrowUpRight aria-hidden className="size-3.5" />
        </Link>
      }
      onClose={onClose}
    >
      {lead === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <LeadBody key={lead.id} lead={lead} />
      )}
    </SidePanel>
  );
}
