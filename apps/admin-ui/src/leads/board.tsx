import { useIsMutating } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api } from "../api.ts";
import { leadTexts } from "../texts/leads.ts";
import { Button } from "../ui/button.tsx";
import { Empty, Loading } from "../ui/notices.tsx";
import { looking } from "../ui/use-news.ts";
import { BoardColumn } from "./board-column.tsx";
import type { LeadFilter } from "./list-search.ts";
import { useClients } from "./use-clients.ts";

/** The pipeline of one client as columns. Which client, it asks where there are several: each has a pipeline of its own. */
export function Board({
  filter,
  isNarrowed,
  openId,
  onOpen,
}: {
  filter: LeadFilter;
  /** Filters besides the client and tests: then counts of all leads say nothing. */
  isNarrowed: boolean;
  openId: string | undefined;
  onOpen: (id: string) => void;
}) {
  const { clients, only, isKnown } = useClients();
  const navigate = useNavigate();
  const counts = api.useQuery(
    "get",
    "/api/clients/{client_id}/stages",
    { params: { path: { client_id: only?.id ?? "" } } },
    { enabled: only !== undefined, ...looking },
  );
  // What is shown before the API knows it is no news.
  const isMoving = useIsMutating() > 0;
  if (!isKnown) return <Loading />;
  if (only === undefined)
    return (
      <Empty title={leadTexts.whosePipeline}>
        <p>{leadTexts.whosePipelineWhy}</p>
        <div className="flex flex-wrap justify-center gap-2">
          {clients.map(({ id, name }) => (
            <Button
              key={id}
              onClick={() => void navigate({ to: ".", search: (search) => ({ ...search, client: id }) })}
            >
              {name}
            </Button>
          ))}
        </div>
      </Empty>
    );
  const known = counts.data?.stages ?? only.stages.map((stage) => ({ stage, leads: 0, tests: 0 }));
  const { status: _status, ...rest } = filter;
  // Of all stages: where one came and another left, a stage counts what it counted before.
  const mark = counts.data === undefined || isMoving ? undefined : JSON.stringify(counts.data.stages);
  const countOf = ({ leads, tests }: { leads: number; tests: number }) => {
    if (isNarrowed || counts.data === undefined) return null;
    const count = filter.is_test === undefined ? leads + tests : filter.is_test === "true" ? tests : leads;
    return `${count.toLocaleString()}${counts.data.is_whole ? "" : "+"}`;
  };
  return (
    <div
      className="flex items-start gap-3 overflow-x-auto p-4 max-sm:flex-col"
      aria-label={leadTexts.board}
      role="group"
    >
      {known.map((one) => (
        <BoardColumn
          key={one.stage}
          stage={one.stage}
          count={countOf(one)}
          mark={mark}
          filter={{ ...rest, client_id: only.id }}
          openId={openId}
          onOpen={onOpen}
        />
      ))}
    </div>
  );
}
