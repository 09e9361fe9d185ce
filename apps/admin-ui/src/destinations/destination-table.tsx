import { Link } from "@tanstack/react-router";
import { api, type Schemas } from "../api.ts";
import { useClient } from "../shell/use-client.ts";
import { destinations as texts } from "../texts/destinations.ts";
import { Table, type Column } from "../ui/table.tsx";
import { When } from "../ui/when.tsx";
import { HealthLine } from "./health-line.tsx";
import { KindIcon } from "./kind-icon.tsx";
import { PauseButton } from "./pause-button.tsx";
import { StandingBadge } from "./standing-badge.tsx";
import { useKinds } from "./use-kinds.ts";

type Destination = Schemas["Destination"];

/** The list of destinations, each with how it stands now. */
export function DestinationTable({ items }: { items: readonly Destination[] }) {
  const client = useClient();
  const params = { params: { query: client === undefined ? {} : { client_id: client } } };
  const every = { refetchInterval: 60_000 };
  const standings = api.useQuery("get", "/api/destination-standings", params, every);
  const status = api.useQuery("get", "/api/queue-status", params, every);
  const kinds = useKinds();
  const titleOf = (kind: string) => kinds.data?.items.find((one) => one.kind === kind)?.title ?? kind;
  const standingOf = ({ id }: Destination) =>
    standings.data?.items.find(({ destination_id }) => destination_id === id);
  const waitsOf = ({ id }: Destination) => {
    const found = status.data?.destinations.find((one) => one.id === id);
    return found === undefined
      ? texts.never
      : texts.waiting(found.held.count, found.due.count + found.later.count + found.in_flight.count);
  };
  const columns: readonly Column<Destination>[] = [
    {
      title: texts.columns.name,
      cell: ({ id, name, kind }) => (
        <span className="flex items-center gap-2.5">
          <KindIcon kind={kind} />
          <span className="grid">
            <Link
              to="/destinations/$destinationId"
              params={{ destinationId: id }}
              className="hover:underline"
            >
              {name}
            </Link>
            <span className="text-soft text-xs font-normal">{titleOf(kind)}</span>
          </span>
        </span>
      ),
    },
    { title: texts.columns.state, cell: (one) => <State standing={standingOf(one)} />, long: true },
    {
      title: texts.columns.day,
      cell: (one) => {
        const standing = standingOf(one);
        return standing === undefined ? null : <HealthLine hours={standing.hours} />;
      },
    },
    { title: texts.columns.last, cell: (one) => <LastTaken standing={standingOf(one)} />, wide: true },
    { title: texts.columns.waits, cell: waitsOf, wide: true },
    {
      title: texts.columns.caps,
      cell: (one) => <span className="text-soft">{standingOf(one)?.caps.join(", ") || texts.never}</span>,
      wide: true,
    },
    {
      title: texts.columns.actions,
      cell: (one) => <PauseButton destination={one} />,
    },
  ];
  return <Table label={texts.title} columns={columns} items={items} keyOf={({ id }) => id} />;
}

const State = ({ standing }: { standing: Schemas["DestinationStanding"] | undefined }) =>
  standing === undefined ? null : (
    <span className="grid justify-items-start gap-0.5 max-sm:justify-items-end">
      <StandingBadge state={standing.state} />
      {standing.state === "on" ? null : (
        <span className="text-soft line-clamp-2 text-xs max-sm:hidden">
          {standing.state === "paused" ? null : standing.words}
          {standing.since === null ? null : (
            <>
              {standing.state === "paused" ? null : " · "}
              {texts.since} <When at={standing.since} />
            </>
          )}
        </span>
      )}
    </span>
  );

const LastTaken = ({ standing }: { standing: Schemas["DestinationStanding"] | undefined }) =>
  standing === undefined ? null : standing.last_delivered_at === null ? (
    <span className="text-soft">{texts.notLately}</span>
  ) : (
    <When at={standing.last_delivered_at} relative />
  );
