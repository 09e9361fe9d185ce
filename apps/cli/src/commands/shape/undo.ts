import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { readNumber } from "../shared/values.ts";
import { shapeDetails } from "./shape-details.ts";

export const undoShape = (cli: Cli) =>
  new Command("undo")
    .description("back to the filter and mapping before, or to a version")
    .argument("<destination>", "its name or id")
    .option("--to <version>", "the one to go back to, as `show` has them; 0: none", readNumber)
    .action(async (destination_id, { to: version }) => {
      const shown = await answerOf(
        cli.api().POST("/api/destinations/{destination_id}/shape/undo", {
          params: { path: { destination_id } },
          body: version === undefined ? {} : { version },
        }),
      );
      cli.results.show(shown, (paint) => shapeDetails(shown, cli, paint));
    });
