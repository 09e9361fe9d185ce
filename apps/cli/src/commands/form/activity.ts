import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { clientOption } from "../shared/list-options.ts";
import { showList } from "../shared/show-list.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";

export const formActivity = (cli: Cli) =>
  new Command("activity")
    .description("what came of each form's posts in the last seven days, and which have gone quiet")
    .addOption(clientOption())
    .option("--form <form>", "this one only")
    .action(async ({ client, form }) => {
      const query = withoutUndefined({ client_id: client, form_id: form });
      const { items } = await answerOf(cli.api().GET("/api/form-activity", { params: { query } }));
      showList(
        cli,
        { items, next_cursor: null },
        {
          what: "form",
          none: "None took or refused a post in the last 28 days.",
          columns: [
            { title: "FORM", value: ({ form_id }) => form_id },
            {
              title: "LAST POST",
              value: ({ last_taken_at }) =>
                last_taken_at === null ? "–" : localTime(last_taken_at, cli.outside),
            },
            { title: "TAKEN", value: ({ taken }) => taken },
            { title: "REFUSED", value: ({ refused }) => refused },
            { title: "HONEYPOT", value: ({ honeypot }) => honeypot },
            { title: "", value: ({ is_quiet }) => (is_quiet ? "quiet" : "") },
          ],
        },
      );
    });
