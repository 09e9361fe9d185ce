import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { oneLine } from "../../output/one-line.ts";
import { listCommand, withPages } from "../shared/list-command.ts";
import { clientOption } from "../shared/list-options.ts";
import { personWords } from "../shared/person-words.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";

export const listCauses = (cli: Cli) =>
  listCommand(
    cli,
    withPages(
      new Command("causes")
        .description("dead letters by cause: where to, what was answered, how many")
        .addOption(clientOption())
        .option("--destination <destination>", "to this destination only"),
    ),
    ({ client, destination }) => {
      const filter = withoutUndefined({ client_id: client, destination_id: destination });
      return {
        what: "cause",
        ask: (api, page) => api.GET("/api/dead-letter-groups", { params: { query: { ...filter, ...page } } }),
        columns: {
          named: (clientOf) => [
            { title: "OPEN", value: (group) => group.open_count, align: "right" },
            { title: "TO", value: (group) => group.destination_name ?? group.destination_id },
            { title: "CLIENT", value: ({ client_id }) => clientOf(client_id) ?? "no client's yet" },
            { title: "CODE", value: ({ status_code }) => status_code, align: "right" },
            { title: "SINCE", value: (group) => localTime(group.first_failed_at, cli.outside) },
            { title: "LAST FAILED", value: (group) => localTime(group.last_failed_at, cli.outside) },
            { title: "FINGERPRINT", value: ({ fingerprint }) => fingerprint },
            { title: "WHAT HAPPENED", isSentence: true, value: (group) => group.what_happened },
            { title: "ANSWER", isSentence: true, value: ({ sample_error }) => oneLine(sample_error) },
            { title: "FOR EXAMPLE", value: personWords },
            { title: "WHAT NEXT", isSentence: true, value: ({ what_next }) => what_next },
            { title: "LETTER", value: ({ sample_letter_id }) => sample_letter_id },
          ],
        },
      };
    },
  );
