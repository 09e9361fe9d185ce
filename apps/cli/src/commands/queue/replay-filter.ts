import { InvalidArgumentError, Option, type Command } from "@commander-js/extra-typings";
import { deadLetterCauses, deadLetterKinds } from "@leadrelay/contracts/dead-letter";
import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { commaSeparated } from "../shared/comma-separated.ts";
import { includedPeriodOf } from "../shared/period-of.ts";
import { sinceOption, untilOption } from "../shared/time-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";

type ReplayFilter = components["schemas"]["ReplayFilter"];

const statuses = ["dead", "held", "pending", "cancelled", "any"] as const;

const readCodes = (text: string): number[] =>
  commaSeparated(text).map((part) => {
    if (!/^\d{1,3}$/.test(part)) throw new InvalidArgumentError("Write them as 400,503; 0 is no answer.");
    return Number(part);
  });

/** Adds what a replay can be about. */
export const withReplayFilter = <Args extends unknown[], Options extends Record<string, unknown>>(
  command: Command<Args, Options>,
  cli: Cli,
) =>
  command
    .addOption(
      new Option("--status <status>", "open dead letters, or deliveries in this state")
        .choices(statuses)
        .default("dead" as const),
    )
    .addOption(sinceOption(cli, "failed (dead) or created (others) then or later"))
    .addOption(untilOption(cli, "failed or created before then"))
    .option("--client <client...>", "of these clients")
    .option("--form <form...>", "of these forms, by name, key or id")
    .option("--destination <destination...>", "to these destinations")
    .addOption(
      new Option("--kind <kind...>", "dead letters of these kinds; deliveries alone if not said").choices(
        deadLetterKinds,
      ),
    )
    .addOption(new Option("--cause <cause...>", "dead letters of these causes").choices(deadLetterCauses))
    .option("--code <list>", "dead letters with these answers, by commas; 0 is none", readCodes)
    .option("--fingerprint <print...>", "dead letters whose errors say the same, as `dlq causes` lists them");

type FilteredCommand = ReturnType<typeof withReplayFilter<[], { apply?: true }>>;

/** The options as the API takes them. */
export const replayFilter = (options: ReturnType<FilteredCommand["opts"]>): ReplayFilter => ({
  status: options.status,
  ...withoutUndefined({
    ...includedPeriodOf(options),
    client_ids: options.client,
    form_ids: options.form,
    destination_ids: options.destination,
    kinds: options.kind,
    causes: options.cause,
    status_codes: options.code,
    fingerprints: options.fingerprint,
  }),
});
