import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";

type Route = components["schemas"]["Route"] &
  Partial<Pick<components["schemas"]["RouteDetails"], "standings">>;

/** A route, for a person. */
export const routeDetails = (route: Route, { outside }: Cli, paint: Paint): string =>
  renderDetails(
    [
      ["Id", route.id],
      ["Name", route.name],
      ["Client", route.client_id],
      ["Mode", route.mode],
      [
        "Overflow",
        route.overflow_minutes === null
          ? "what waits at a member stays there"
          : `what waits longer than ${route.overflow_minutes} minutes goes to the next`,
      ],
      ["Members", route.members.map((member) => memberWords(member, route, paint)).join("\n") || "none"],
      ["Counted from", localTime(route.counted_from, outside)],
      ["Created", localTime(route.created_at, outside)],
      ["Changed", localTime(route.updated_at, outside)],
      ["Deleted", route.deleted_at === null ? undefined : localTime(route.deleted_at, outside)],
    ],
    paint,
  );

function memberWords(member: Route["members"][number], { mode, standings }: Route, paint: Paint): string {
  const standing = standings?.find(({ destination_id }) => destination_id === member.destination_id);
  const share = mode === "weighted" ? `, weight ${member.weight}` : "";
  const had = standing === undefined || mode === "all" ? "" : `, ${standing.leads} leads: ${standing.share}`;
  const only = member.conditions === null ? "" : `, where ${JSON.stringify(member.conditions)}`;
  const closed = (standing?.closed ?? null) === null ? "" : paint("yellow", `, ${standing?.closed ?? ""}`);
  return `${member.name}${share}${had}${only}${closed}`;
}
