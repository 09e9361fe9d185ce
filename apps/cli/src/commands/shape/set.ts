import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { shapeDetails } from "./shape-details.ts";
import { shapeOf, withShapeOptions } from "./shape-options.ts";

export function setShape(cli: Cli) {
  const { command, read } = withShapeOptions(
    new Command("set")
      .description("say which leads it gets, and how they are written for it")
      .argument("<destination>", "its name or id"),
  );
  return command.action(async (destination_id, options) => {
    if (Object.keys(options).length === 0)
      throw usageFailure(
        "Nothing to change: give --only or --all-leads, rows of a mapping (--field, --const, --map) or --as-usual.",
      );
    const path = { destination_id };
    const at = "/api/destinations/{destination_id}/shape";
    const before = await answerOf(cli.api().GET(at, { params: { path } }));
    const body = { ...shapeOf(options, read, before.shape), based_on: before.version };
    const shown = await answerOf(cli.api().PUT(at, { params: { path }, body }));
    cli.results.show(shown, (paint) => shapeDetails(shown, cli, paint));
    for (const note of shown.notes) cli.results.note(note);
  });
}
