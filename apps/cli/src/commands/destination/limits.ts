import { Command, InvalidArgumentError } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import { periodUnits, weekdays } from "@leadrelay/contracts/calendar";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { hang } from "../../output/hang.ts";
import { commaSeparated } from "../shared/comma-separated.ts";
import { collectPairs } from "../shared/values.ts";
import { limitsWords } from "./limits-words.ts";
import { patchDestination } from "./patch-destination.ts";

type Limits = NonNullable<components["schemas"]["DestinationLimits"]>;
type Cap = Limits["caps"][number];

const capExample = "such as 50/day, 10/hour, 500/month or 20/day:facebook";

function readCap(text: string, before: Cap[] = []): Cap[] {
  const [, leads, unit, source] = /^(\d+)\/(\w+)(?::(.+))?$/.exec(text) ?? [];
  const per = periodUnits.find((one) => one === unit);
  if (leads === undefined || per === undefined)
    throw new InvalidArgumentError(`A cap is ${capExample}; there are ${periodUnits.join(", ")}.`);
  return [...before, { per, leads: Number(leads), source: source ?? null }];
}

/** `monday=09:00-13:00,14:00-18:00`, by day. */
const hoursOf = (pairs: Record<string, string>): NonNullable<Limits["hours"]> =>
  Object.fromEntries(Object.entries(pairs).map(([day, times]) => [day, commaSeparated(times)]));

export const limitDestination = (cli: Cli) =>
  new Command("limits")
    .description("how many leads a destination takes, and when; without options what is set")
    .argument("<destination>", "its name or id")
    .option("--cap <cap>", `it takes so many, ${capExample}; may be repeated, and replaces all caps`, readCap)
    .option("--no-caps", "it takes as many as come")
    .option(
      "--hours <day=times>",
      `when it is open, of ${weekdays.join(", ")}: monday=09:00-13:00,14:00-18:00; may be repeated, and replaces all hours`,
      collectPairs,
    )
    .option("--no-hours", "it is open at any time")
    .option("--holidays <dates>", "dates on which it is closed, joined by commas: 2026-12-25", commaSeparated)
    .option("--time-zone <zone>", "whose hours and days are meant: Asia/Kolkata; a new one: this machine's")
    .option("--none", "no limits at all: whatever is held for them goes out within a minute")
    .addHelpText(
      "after",
      `
What it does not take now is held, without tries, and sent oldest first once it may. Caps count what arrived; tests are not counted.
A cap of a source is of leads whose lead_source says so, in any case of letters, or of a form by its id.`,
    )
    .action(async (id, { cap, caps, hours, holidays, timeZone, none }) => {
      const isAsked = [cap, hours, holidays, timeZone].some((given) => given !== undefined) || !caps;
      const change = ({ limits }: { limits: Limits | null }) => {
        if (none === true) return { limits: null };
        const until = limits ?? { ...nothing, time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
        return {
          limits: {
            ...until,
            ...(caps ? (cap === undefined ? {} : { caps: cap }) : { caps: [] }),
            ...(hours === false
              ? { hours: null }
              : typeof hours === "object"
                ? { hours: hoursOf(hours) }
                : {}),
            ...(holidays === undefined ? {} : { holidays }),
            ...(timeZone === undefined ? {} : { time_zone: timeZone }),
          },
        };
      };
      const path = { destination_id: id };
      const destination = await (isAsked || none === true
        ? patchDestination(cli, id, change)
        : answerOf(cli.api().GET("/api/destinations/{destination_id}", { params: { path } })));
      cli.results.show(
        destination,
        (paint) =>
          `${hang("", [limitsWords(destination.limits), destination.what_next].filter(Boolean).join("\n"), paint)}\n`,
      );
    });

const nothing = { week_starts: "monday", caps: [], hours: null, holidays: [] } satisfies Partial<Limits>;
