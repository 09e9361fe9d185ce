import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { api } from "../api.ts";
import { leadStands, standWords } from "../format/states.ts";
import { useClient } from "../shell/use-client.ts";
import { Choice } from "../ui/choice.tsx";

const route = getRouteApi("/frame/leads");

/** What of the leads is shown; all of it stands in the address. */
export function LeadFilters() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const client = useClient();
  const [text, setText] = useState(search.q ?? "");
  const { data } = api.useQuery(
    "get",
    "/api/clients",
    { params: { query: { limit: 100 } } },
    { staleTime: 300_000 },
  );
  const clients = data?.items.filter(({ id }) => client === undefined || id === client) ?? [];
  const stages = [...new Set(clients.flatMap((one) => one.stages))];
  const change = (changed: Partial<typeof search>) =>
    void navigate({ to: "/leads", search: { ...search, ...changed, open: undefined }, replace: true });
  const find = (event: FormEvent) => {
    event.preventDefault();
    change({ q: text.trim() === "" ? undefined : text.trim() });
  };
  return (
    <>
      <form onSubmit={find} role="search">
        <input
          type="search"
          aria-label="Find leads by name or project"
          placeholder="Find by name"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="bg-raised border-line placeholder:text-soft h-8 w-40 rounded-md border px-3"
        />
      </form>
      <Choice
        label="Stage"
        value={search.stage}
        words={stages.map((stage) => [stage, stage])}
        onChange={(stage) => change({ stage })}
      />
      <Choice
        label="Delivery"
        value={search.stands}
        words={standWords.map((word) => [word, leadStands[word].label])}
        onChange={(stands) => change({ stands })}
      />
      <Choice
        label="Tests"
        value={search.tests}
        words={[
          ["only", "Only tests"],
          ["none", "No tests"],
        ]}
        onChange={(tests) => change({ tests })}
      />
    </>
  );
}
