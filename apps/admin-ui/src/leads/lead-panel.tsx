import { Link } from "@tanstack/react-router";
import { ArrowUpRight, X } from "lucide-react";
import { api } from "../api.ts";
import { personName } from "../format/person.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Failed, Loading } from "../ui/notices.tsx";
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
    <aside
      aria-label="The lead that is open"
      className="border-line bg-surface sticky top-0 h-[100dvh] w-full overflow-y-auto lg:w-[26rem] lg:border-s"
      onKeyDown={({ key }) => key === "Escape" && onClose()}
    >
      <div className="border-line bg-surface sticky top-0 flex min-h-13 items-center gap-2 border-b px-4 py-2">
        <h2 className="min-w-0 flex-1 truncate text-[15px] font-semibold">
          {lead === undefined ? "Lead" : personName(lead)}
        </h2>
        <Link to="/leads/$leadId" params={{ leadId }} className={buttonClass()}>
          Open
          <ArrowUpRight aria-hidden className="size-3.5" />
        </Link>
        <Button kind="quiet" aria-label="Close" onClick={onClose}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      {lead === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <LeadBody lead={lead} />
      )}
    </aside>
  );
}
