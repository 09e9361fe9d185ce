import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
import { renderTable } from "../../output/render-table.ts";
import type { ClientNames } from "../shared/client-names.ts";
import { figuresWords, openLetters } from "../shared/figures-words.ts";

type Figures = components["schemas"]["StatisticsFigures"];
type Destination = components["schemas"]["QueueStatus"]["destinations"][number];
type Counted = components["schemas"]["QueueStatus"]["due"];

/** What came in and arrived today, and what waits where. */
export type Status = Figures & components["schemas"]["QueueStatus"] & { date: string };

/** Today in a few lines, and a line for each destination that something waits for. */
export function statusWords(
  status: Status,
  { outside }: Pick<Cli, "outside">,
  paint: Paint,
  clientOf: ClientNames,
): string {
  const { dead, destinations } = status;
  const figures = renderDetails(
    [
      ["Day (UTC)", status.date],
      ...figuresWords(status, paint),
      ["Due now", many(status.due)],
      ["Due later", many(status.later)],
      ["Failing", sayFailing(status)],
      ["Under way", many(status.in_flight)],
      ["Held", many(status.held)],
      ["Spilled", status.spilled === null ? undefined : many(status.spilled)],
      ["Parked", status.parked === null ? undefined : many(status.parked)],
      ["In queues", status.queues?.map(({ queue, count }) => `${queue} ${count ?? "unknown"}`).join(", ")],
      openLetters(dead, status.deliveries.dead, paint),
    ],
    paint,
  );
  if (destinations.length === 0) return figures;
  const waiting = renderTable(
    [
      {
        title: "WAITING FOR",
        value: ({ name, id, enabled, health, standing }) =>
          `${name} (${id})${enabled ? sayHealth(health, outside) : ", switched off"}${sayHolding(standing)}`,
      },
      { title: "CLIENT", value: ({ client_id }) => clientOf(client_id) },
      { title: "DUE", value: ({ due }) => many(due), align: "right" },
      { title: "LATER", value: ({ later }) => many(later), align: "right" },
      { title: "UNDER WAY", value: ({ in_flight }) => many(in_flight), align: "right" },
      { title: "HELD", value: ({ held }) => many(held), align: "right" },
      { title: "LONGEST DUE", value: ({ oldest_due_at }) => localTime(oldest_due_at, outside) },
    ],
    destinations,
    paint,
  );
  return `${figures}\n${waiting}`;
}

/** What waits for another try after one that failed, and at which destinations; nothing where nothing does. */
function sayFailing({ failing, destinations }: Status): string | undefined {
  if (failing.count === 0) return undefined;
  const at = destinations
    .filter((one) => one.failing.count > 0)
    .map(
      ({ name, failing_status_code }) =>
        `${name} (${failing_status_code === null ? "no answer" : `HTTP ${failing_status_code}`})`,
    );
  return `${many(failing)} wait for another try: ${at.join(", ")}`;
}

/** How its receiver is, where it is not well. */
function sayHealth(health: Destination["health"], outside: Cli["outside"]): string {
  if (health === null || health.state === "failing") return "";
  return `, ${health.state} since ${localTime(health.since, outside)}`;
}

/** Why it holds what waits there, by its hours and caps, and until when. */
const sayHolding = ({ state, words }: Destination["standing"]): string =>
  state === "closed" || state === "full" || state === "behind" ? `, ${words}` : "";

const many = ({ count, is_more }: Counted) => (is_more ? `${count}+` : String(count));
