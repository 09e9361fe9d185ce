import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { renderTable } from "../../output/render-table.ts";

export const countStages = (cli: Cli) =>
  new Command("stages")
    .description("how many leads stand at each stage of a client's pipeline")
    .argument("<client>", "the client, by name or id")
    .action(async (client_id) => {
      const counts = await answerOf(
        cli.api().GET("/api/clients/{client_id}/stages", { params: { path: { client_id } } }),
      );
      cli.results.show(counts, (paint) =>
        renderTable(
          [
            {
              title: "STAGE",
              value: ({ stage, is_in_pipeline }) => (is_in_pipeline ? stage : `${stage} (given up)`),
            },
            { title: "LEADS", value: ({ leads }) => leads, align: "right" },
            { title: "TESTS", value: ({ tests }) => tests, align: "right" },
          ],
          counts.stages,
          paint,
        ),
      );
      if (!counts.is_whole)
        cli.results.note("Very many came at once and are still being counted: ask again.");
    });
