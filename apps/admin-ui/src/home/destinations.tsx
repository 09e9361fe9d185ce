import { Link } from "@tanstack/react-router";
import { api, type Schemas } from "../api.ts";
import { span } from "../format/time.ts";
import { useClient } from "../shell/use-client.ts";
import { homeTexts as texts } from "../texts/home.ts";
import { shared } from "../texts/shared.ts";
import { Badge } from "../ui/badge.tsx";
import { Sparkline } from "../ui/sparkline.tsx";
import { Table, type Column } from "../ui/table.tsx";
import { destinationState } from "./destination-states.ts";

type Destination = Schemas["Home"]["destinations"][number];

/** How what was sent of late got on at each destination that anything arrived at. */
export function Destinations({ home }: { home: Schemas["Home"] }) {
  const client = useClient();
  const named = api.useQuery(
    "get",
    "/api/destinations",
    { params: { query: { limit: 100, ...(client === undefined ? {} : { client_id: client }) } } },
    { staleTime: 300_000 },
  );
  if (home.destinations.length === 0) return null;
  const nameOf = (id: string) => named.data?.items.find((one) => one.id === id)?.name ?? id;
  const columns: readonly Column<Destination>[] = [
    {
      title: texts.columns.name,
      cell: ({ id, client_id }) => (
        <Link
          to="/deliveries"
          search={{ client: client ?? client_id, destination: id }}
          className="hover:underline"
        >
          {nameOf(id)}
        </Link>
      ),
    },
    {
      title: texts.columns.state,
      cell: ({ id }) => {
        const { label, look } = destinationState(home.needs, id);
        return <Badge look={look}>{label}</Badge>;
      },
    },
    {
      title: texts.columns.today,
      cell: ({ delivered }) => (
        <span className="tabular-nums">
          {delivered} <span className="sm:hidden">{texts.countedToday}</span>
        </span>
      ),
    },
    {
      title: texts.columns.speed,
      cell: ({ latency_p50_ms: ms }) => (ms === null ? shared.none : span(ms)),
    },
    {
      title: texts.columns.day,
      cell: ({ hours }) => (
        <Sparkline values={hours} label={texts.arrived(hours.reduce((sum, hour) => sum + hour, 0))} />
      ),
      wide: true,
    },
  ];
  return (
    <section aria-labelledby="home-destinations" className="grid gap-2">
      <h2 id="home-destinations" className="text-sm font-semibold">
        {texts.destinations}
      </h2>
      <div className="bg-surface border-line overflow-hidden rounded-lg border">
        <Table
          isFramed
          label={texts.destinations}
          columns={columns}
          items={home.destinations.toSorted((a, b) => b.delivered - a.delivered)}
          keyOf={({ id }) => id}
        />
      </div>
    </section>
  );
}
