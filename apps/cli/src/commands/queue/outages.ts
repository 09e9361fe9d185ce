import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { shortened } from "../../output/shortened.ts";
import { clientOption, cursorOption, limitOption } from "../shared/list-options.ts";
import { showList } from "../shared/show-list.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";

export const listOutages = (cli: Cli) =>
  new Command("outages")
    .description("leads of the last seven days that waited for the database, and were sent without it")
    .addOption(clientOption())
    .addOption(limitOption())
    .addOption(cursorOption())
    .addHelpText(
      "after",
      "\nSome are stored by now: `leadrelay lead find <submission>` tells where one stands.",
    )
    .action(async ({ client, ...options }) => {
      const api = cli.api();
      const filter = withoutUndefined({ client_id: client });
      const page = await takeItems(options, (query) =>
        answerOf(api.GET("/api/outage-summaries", { params: { query: { ...filter, ...query } } })),
      );
      showList(cli, page, {
        what: "lead that was sent without the database",
        columns: [
          { title: "SUBMISSION", value: ({ submission_id }) => submission_id },
          { title: "CLIENT", value: ({ client_id }) => client_id },
          { title: "FORM", value: ({ form_key }) => form_key },
          { title: "RECEIVED", value: ({ received_at }) => localTime(received_at, cli.outside) },
          { title: "SENT", value: ({ sent }) => sent.map(sentWords).join("\n") || "not yet" },
          { title: "TRIES", value: ({ tries }) => tries, align: "right" },
          { title: "LAST TRY TO STORE", value: ({ failed_at }) => localTime(failed_at, cli.outside) },
          { title: "ERROR", value: ({ error }) => shortened(error) },
        ],
      });
    });

const sentWords = ({ destination_id, outcome }: { destination_id: string; outcome: string }) =>
  `${destination_id}: ${outcome}`;
