import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { renderTable } from "../../output/render-table.ts";

export const fieldsOfShape = (cli: Cli) =>
  new Command("fields")
    .description("what a filter or a mapping may ask of a lead, with what the last leads say there")
    .argument("<destination>", "its name or id")
    .action(async (destination_id) => {
      const fields = await answerOf(
        cli
          .api()
          .GET("/api/destinations/{destination_id}/lead-fields", { params: { path: { destination_id } } }),
      );
      cli.results.show(fields, (paint) =>
        renderTable(
          [
            { title: "FIELD", value: ({ name }) => name },
            { title: "SUCH AS", value: ({ example }) => example ?? "–" },
          ],
          fields.items,
          paint,
        ),
      );
    });
