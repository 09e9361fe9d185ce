import { Command, Option } from "@commander-js/extra-typings";
import { deadLetterCauses } from "@leadrelay/contracts/dead-letter";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { listCommand, withPages } from "../shared/list-command.ts";
import { clientOption } from "../shared/list-options.ts";
import { personWords } from "../shared/person-words.ts";
import { sinceOption, untilOption } from "../shared/time-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { kindOption, stateOption } from "./letter-options.ts";

export const listLetters = (cli: Cli) =>
  listCommand(
    cli,
    withPages(
      new Command("list")
        .description("dead letters one by one, the last failure first")
        .addOption(stateOption())
        .addOption(kindOption())
        .addOption(new Option("--cause <cause>", "of this cause only").choices(deadLetterCauses))
        .option("--fingerprint <print>", "of errors that say the same, as `dlq causes` lists them")
        .addOption(clientOption())
        .option("--destination <destination>", "to this destination only")
        .addOption(sinceOption(cli, "failed last then or later"))
        .addOption(untilOption(cli, "failed last before then")),
    ),
    ({ state, client, destination, ...same }) => {
      const filter = withoutUndefined({
        state: state === "all" ? undefined : state,
        client_id: client,
        destination_id: destination,
        ...same,
      });
      return {
        what: state === "all" ? "dead letter" : `${state} dead letter`,
        ask: (api, page) => api.GET("/api/dead-letters", { params: { query: { ...filter, ...page } } }),
        columns: {
          named: (clientOf) => [
            { title: "ID", value: ({ id }) => id },
            {
              title: "STATE",
              value: (letter, paint) => (letter.state === "open" ? paint("red", "open") : letter.state),
            },
            { title: "WHO", value: personWords },
            { title: "TO", value: (letter) => letter.destination_name ?? letter.destination_id },
            { title: "CLIENT", value: ({ client_id }) => clientOf(client_id) ?? "no client's yet" },
            { title: "TRIES", value: ({ attempts }) => attempts, align: "right" },
            { title: "SINCE", value: (letter) => localTime(letter.first_failed_at, cli.outside) },
            { title: "LAST FAILED", value: (letter) => localTime(letter.last_failed_at, cli.outside) },
            { title: "CODE", value: (letter) => letter.last_status_code, align: "right" },
            { title: "WHAT HAPPENED", isSentence: true, value: (letter) => letter.what_happened },
          ],
        },
      };
    },
  );
