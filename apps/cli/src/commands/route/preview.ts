import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { renderTable } from "../../output/render-table.ts";
import { readNumber } from "../shared/values.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";

export const previewRoute = (cli: Cli) =>
  new Command("preview")
    .description("what a route would have done with the client's last leads; nothing is sent or changed")
    .argument("<route>", "its name or id")
    .option("--leads <count>", "how many of the last submissions are looked at, 200 at most", readNumber)
    .action(async (route_id, options) => {
      const params = { path: { route_id }, query: withoutUndefined(options) };
      const preview = await answerOf(cli.api().GET("/api/routes/{route_id}/preview", { params }));
      cli.results.show(preview, (paint) => {
        const shares = preview.members.map(({ name, leads }) => `${name} ${leads}`).join(", ");
        const nobody = preview.nobody === 0 ? "" : `, nobody ${preview.nobody}`;
        const table = renderTable(
          [
            { title: "SUBMISSION", value: ({ submission_public_id }) => submission_public_id },
            { title: "SUBMITTED", value: ({ submitted_at }) => localTime(submitted_at, cli.outside) },
            { title: "WOULD HAVE GONE TO", isSentence: true, value: ({ words }) => words },
          ],
          preview.leads,
          paint,
        );
        return `${table}${preview.leads.length} leads: ${shares}${nobody}\n`;
      });
    });
