import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { shapeDetails } from "./shape-details.ts";

export const showShape = (cli: Cli) =>
  new Command("show")
    .description("its filter and mapping, and those it had, with who set them")
    .argument("<destination>", "its name or id")
    .action(async (destination_id) => {
      const shown = await answerOf(
        cli.api().GET("/api/destinations/{destination_id}/shape", { params: { path: { destination_id } } }),
      );
      cli.results.show(shown, (paint) => shapeDetails(shown, cli, paint));
    });
