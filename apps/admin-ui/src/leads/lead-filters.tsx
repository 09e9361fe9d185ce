import { useState } from "react";
import { api } from "../api.ts";
import { leadStands } from "../format/states.ts";
import { standWords } from "../format/state-words.ts";
import { useClient } from "../shell/use-client.ts";
import { leadTexts } from "../texts/leads.ts";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { DateFilter } from "./date-filter.tsx";
import { bandWords, filtersIn, type LeadView } from "./list-search.ts";
import { MoreFilters } from "./more-filters.tsx";
import { SearchBox } from "./search-box.tsx";
import { useClients } from "./use-clients.ts";

const noFilters = {
  stands: undefined,
  stage: undefined,
  form: undefined,
  source: undefined,
  campaign: undefined,
  tests: undefined,
  band: undefined,
  when: undefined,
} satisfies LeadView;

/** What of the leads is shown; all of it but whom one searches for stands in the address. On a phone it is folded away. */
export function LeadFilters({
  view,
  onChange,
}: {
  view: LeadView;
  onChange: (changed: Partial<LeadView>) => void;
}) {
  const [isUnfolded, setIsUnfolded] = useState(false);
  const client = useClient();
  const { clients } = useClients();
  const forms = api.useQuery(
    "get",
    "/api/forms",
    { params: { query: { limit: 100, ...(client === undefined ? {} : { client_id: client }) } } },
    { staleTime: 300_000 },
  );
  const stages = [...new Set(clients.flatMap((one) => one.stages))];
  const count = filtersIn(view);
  const { filter } = leadTexts;
  return (
    <div className="border-line flex flex-wrap items-center gap-2 border-b px-4 py-2.5">
      <SearchBox />
      <Button
        className="sm:hidden"
        aria-expanded={isUnfolded}
        aria-controls="lead-filters"
        onClick={() => setIsUnfolded(!isUnfolded)}
      >
        {count === 0 ? leadTexts.filters : leadTexts.filtersOn(count)}
      </Button>
      <div
        id="lead-filters"
        className={`flex flex-wrap items-center gap-2 sm:contents ${isUnfolded ? "" : "max-sm:hidden"}`}
      >
        <DateFilter when={view.when} onChange={(when) => onChange({ when })} />
        {view.layout === "board" ? null : (
          <Choice
            label={filter.stage}
            value={view.stage}
            words={stages.map((stage) => [stage, stage])}
            onChange={(stage) => onChange({ stage })}
          />
        )}
        <Choice
          label={filter.delivery}
          value={view.stands}
          words={standWords.map((word) => [word, leadStands[word].label])}
          onChange={(stands) => onChange({ stands })}
        />
        <Choice
          label={filter.form}
          value={view.form}
          words={(forms.data?.items ?? []).map(({ id, name }) => [id, name])}
          onChange={(form) => onChange({ form })}
        />
        <Choice
          label={filter.tests}
          value={view.tests}
          words={[
            ["only", filter.onlyTests],
            ["none", filter.noTests],
          ]}
          onChange={(tests) => onChange({ tests })}
        />
        <Choice
          label={filter.suspicion}
          value={view.band}
          words={bandWords.map((word) => [word, filter.bands[word]])}
          onChange={(band) => onChange({ band })}
        />
        <MoreFilters source={view.source} campaign={view.campaign} onChange={onChange} />
        {count === 0 ? null : (
          <Button kind="quiet" onClick={() => onChange(noFilters)}>
            {leadTexts.clear}
          </Button>
        )}
      </div>
    </div>
  );
}
