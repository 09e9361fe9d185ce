import type { InfiniteData } from "@tanstack/react-query";
import { api, type Schemas } from "../api.ts";
import { personName } from "../format/person.ts";
import { queryClient } from "../query-client.ts";
import { leadTexts } from "../texts/leads.ts";
import { tellDone, tellFailed } from "../ui/toasts.tsx";
import type { LeadFilter } from "./list-search.ts";
import { leadPages, lookedLeads, type LeadPage, type ListedLead } from "./use-leads.ts";

type Pages = InfiniteData<LeadPage, string | null>;

/** Which stage a lead is on its way to. */
const asked = new Map<string, string>();

/** Moves leads along the pipeline: shown at once, taken back where it is refused, and undone from the notice that tells of it. */
export function useMoveLead(): (lead: Schemas["Lead"], to: string) => void {
  const { mutateAsync } = api.useMutation("patch", "/api/leads/{lead_id}");
  const move = async (lead: Schemas["Lead"], to: string, isUndoing = false) => {
    const from = lead.status;
    // Letters that choose a stage in a list ask for it again and again.
    if (from === to || asked.get(lead.id) === to) return;
    asked.set(lead.id, to);
    show(lead, to);
    try {
      // The card that was moved is drawn anew in another column: what follows must not be that component's.
      await mutateAsync({ params: { path: { lead_id: lead.id } }, body: { status: to } });
      tellDone(
        isUndoing ? leadTexts.movedBack(personName(lead), to) : leadTexts.moved(personName(lead), to),
        isUndoing ? {} : { undo: () => void move({ ...lead, status: to }, from, true) },
      );
    } catch (error) {
      show({ ...lead, status: to }, from);
      tellFailed(error);
    } finally {
      asked.delete(lead.id);
    }
    await refresh();
  };
  return (lead, to) => void move(lead, to);
}

const refresh = () =>
  Promise.all(
    [
      [leadPages],
      [lookedLeads],
      ["get", "/api/clients/{client_id}/stages"],
      ["get", "/api/leads/{lead_id}"],
      ["get", "/api/leads/{lead_id}/timeline"],
    ].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  );

/** Puts a lead at a stage wherever it is shown, before the API knows. */
function show(lead: Schemas["Lead"], to: string): void {
  for (const { queryKey } of queryClient.getQueryCache().findAll({ queryKey: [leadPages] })) {
    const { status } = queryKey[1] as LeadFilter;
    queryClient.setQueryData<Pages>(queryKey, (pages) => pages && withStage(pages, lead, { to, of: status }));
  }
  // What is looked at meanwhile tells how shown rows are now: it would put the lead back.
  queryClient.setQueriesData<LeadPage>(
    { queryKey: [lookedLeads] },
    (page) => page && { ...page, items: atStage(page.items, lead.id, to) },
  );
  queryClient.setQueriesData<Schemas["LeadDetails"]>({ queryKey: ["get", "/api/leads/{lead_id}"] }, (shown) =>
    shown?.id === lead.id ? { ...shown, status: to } : shown,
  );
  queryClient.setQueriesData<Schemas["StageCounts"]>(
    { queryKey: ["get", "/api/clients/{client_id}/stages"] },
    (counts) => counts && withCount(counts, lead, to),
  );
}

const atStage = (items: readonly ListedLead[], leadId: string, to: string): ListedLead[] =>
  items.map((item) => (item.id === leadId ? { ...item, status: to } : item));

/** @param of the stage that the list is of, if it is of one */
function withStage(
  pages: Pages,
  lead: Schemas["Lead"],
  { to, of }: { to: string; of: string | undefined },
): Pages {
  const known = pages.pages.flatMap(({ items }) => items).find(({ id }) => id === lead.id);
  const listed = { client_name: null, stands: null, ...known, ...lead, status: to };
  if (of === to && known === undefined) {
    const [first, ...more] = pages.pages;
    if (first === undefined) return pages;
    return { ...pages, pages: [{ ...first, items: [listed, ...first.items] }, ...more] };
  }
  const leaves = of !== undefined && of !== to;
  const itemsOf = ({ items }: LeadPage) =>
    leaves ? items.filter(({ id }) => id !== lead.id) : atStage(items, lead.id, to);
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: itemsOf(page) })) };
}

function withCount(
  counts: Schemas["StageCounts"],
  lead: Schemas["Lead"],
  to: string,
): Schemas["StageCounts"] {
  if (counts.client_id !== lead.client_id) return counts;
  const name = lead.is_test ? "tests" : "leads";
  const change = (stage: string) => (stage === to ? 1 : stage === lead.status ? -1 : 0);
  return {
    ...counts,
    stages: counts.stages.map((one) => ({ ...one, [name]: Math.max(0, one[name] + change(one.stage)) })),
  };
}
