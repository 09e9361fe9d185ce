import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { oneLine } from "../../output/one-line.ts";
import { listCommand, withPages } from "../shared/list-command.ts";
import { clientOption } from "../shared/list-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";

export const listOutages = (cli: Cli) =>
  listCommand(
    cli,
    withPages(
      new Command("outages")
        .description("leads that waited for the database, and were sent without it")
        .addOption(clientOption())
        .addHelpText(
          "after",
          "\nThose that wait are told for seven days, those that are stored for a day after that. `leadrelay lead find <submission>`\ntells where one stands.",
        ),
    ),
    ({ client }) => {
      const filter = withoutUndefined({ client_id: client });
      return {
        what: "lead that was sent without the database",
        ask: (api, page) => api.GET("/api/outage-summaries", { params: { query: { ...filter, ...page } } }),
        columns: {
          named: (clientOf) => [
            { title: "SUBMISSION", value: ({ submission_id }) => submission_id },
            { title: "CLIENT", value: ({ client_id }) => clientOf(client_id) },
            { title: "FORM", value: ({ form_key }) => form_key },
            { title: "RECEIVED", value: ({ received_at }) => localTime(received_at, cli.outside) },
            { title: "SENT", value: ({ sent }) => sent.map(sentWords).join("\n") || "not yet" },
            { title: "STORED", value: ({ stored_at }) => storedWords(stored_at, cli) },
            { title: "TRIES", value: ({ tries }) => tries, align: "right" },
            { title: "LAST TRY TO STORE", value: ({ failed_at }) => localTime(failed_at, cli.outside) },
            { title: "ERROR", isSentence: true, value: ({ error }) => oneLine(error) },
          ],
        },
      };
    },
  );

const sentWords = ({ destination_id, outcome }: { destination_id: string; outcome: string }) =>
  `${destination_id}: ${outcome}`;

const storedWords = (storedAt: number | null, { outside }: Cli) =>
  storedAt === null ? "waits" : localTime(storedAt, outside);
