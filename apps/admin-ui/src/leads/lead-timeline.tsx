import { api } from "../api.ts";
import { leadWords } from "../texts/lead.ts";
import { PagedList } from "../ui/paged-list.tsx";
import { byCursor } from "../ui/by-cursor.ts";
import { Steps } from "../ui/steps.tsx";

/** Everything that happened to a lead, newest first. */
export function LeadTimeline({ leadId }: { leadId: string }) {
  const pages = api.useInfiniteQuery(
    "get",
    "/api/leads/{lead_id}/timeline",
    { params: { path: { lead_id: leadId }, query: { limit: 50 } } },
    byCursor,
  );
  return (
    <div className="w-full">
      <PagedList pages={pages} empty={<p className="text-soft">{leadWords.story.none}</p>}>
        {(steps) => <Steps steps={steps} />}
      </PagedList>
    </div>
  );
}
