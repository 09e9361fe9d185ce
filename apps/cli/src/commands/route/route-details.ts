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
      ["Mode", `${route.mode}: ${modes[route.mode]}`],
      ["Members", route.members.map((_, place) => memberWords(route, place, paint)).join("\n") || "none"],
      ["Now", nowWords(route, paint)],
      ["What waits", waitsWords(route)],
      ["Counted from", localTime(route.counted_from, outside)],
      ["Created", localTime(route.created_at, outside)],
      ["Changed", localTime(route.updated_at, outside)],
      ["Deleted", route.deleted_at === null ? undefined : localTime(route.deleted_at, outside)],
    ],
    paint,
  );

const modes: Readonly<Record<Route["mode"], string>> = {
  all: "each member gets every lead",
  first_accepting:
    "the first in order, and the next where it refuses, has the person already or cannot be reached",
  round_robin: "each in turn",
  weighted: "by their weights",
};

/** A line of its own for each, so that who is closed is seen at once: whether it takes leads, what it had, what it may get. */
function memberWords({ mode, members, standings }: Route, place: number, paint: Paint): string {
  const member = members[place];
  if (member === undefined) return "";
  const standing = standings?.find(({ destination_id }) => destination_id === member.destination_id);
  const only = standing === undefined ? rawConditions(member) : standing.only;
  const parts = [
    standing === undefined ? "" : (standing.closed ?? "takes leads"),
    mode === "weighted" ? `weight ${member.weight}` : "",
    standing === undefined || mode === "all" ? "" : `${standing.leads} leads, ${standing.share}`,
    only === null ? "" : `only where ${only}`,
  ].filter((part) => part !== "");
  const line = `${place + 1}. ${member.name}: ${parts.join("; ") || "every lead"}`;
  return (standing?.closed ?? null) === null ? line : paint("yellow", line);
}

const rawConditions = ({ conditions }: Route["members"][number]) =>
  conditions === null ? null : JSON.stringify(conditions);

function nowWords({ standings, deleted_at }: Route, paint: Paint): string | undefined {
  if (standings === undefined || deleted_at !== null) return undefined;
  const open = standings.filter(({ closed }) => closed === null).length;
  if (open > 0) return `${open} of ${standings.length} take leads`;
  return paint(
    "red",
    "nobody takes leads: they wait at the member whose turn it is; `leadrelay queue status` says how many",
  );
}

function waitsWords({ id, mode, overflow_minutes: minutes }: Route): string | undefined {
  if (mode === "all") return undefined;
  if (minutes !== null)
    return `goes on to the next after ${minutes === 1 ? "a minute" : `${minutes} minutes`}`;
  return `stays where it is; \`leadrelay route change ${id} --overflow 30\` sends it on after half an hour`;
}
