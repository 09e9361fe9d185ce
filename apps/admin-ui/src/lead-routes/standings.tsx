import { Link } from "@tanstack/react-router";
import type { Schemas } from "../api.ts";
import { leadRoutes as texts } from "../texts/lead-routes.ts";
import { Badge } from "../ui/badge.tsx";
import { When } from "../ui/when.tsx";

/** What each member had of its share, and who takes no lead now. */
export const Standings = ({
  route: { members, standings, counted_from },
}: {
  route: Schemas["RouteDetails"];
}) => (
  <section aria-label={texts.standing} className="grid max-w-3xl gap-2">
    <h2 className="text-sm font-semibold">
      {texts.standing}{" "}
      <span className="text-soft font-normal">
        {texts.standingSince} <When at={counted_from} />
      </span>
    </h2>
    <ul className="border-line divide-line divide-y rounded-lg border">
      {standings.map(({ destination_id, leads, share, only, closed }) => (
        <li key={destination_id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
          <Link
            to="/destinations/$destinationId"
            params={{ destinationId: destination_id }}
            className="font-medium hover:underline"
          >
            {members.find((one) => one.destination_id === destination_id)?.name ?? destination_id}
          </Link>
          <span className="tabular-nums">{texts.given(leads)}</span>
          <span className="text-soft">{share}</span>
          {only === null ? null : <span className="text-soft">{only}</span>}
          <span className="ms-auto">
            <Badge look={closed === null ? "good" : "warn"}>
              {closed === null ? texts.open : texts.closed(closed)}
            </Badge>
          </span>
        </li>
      ))}
    </ul>
  </section>
);
