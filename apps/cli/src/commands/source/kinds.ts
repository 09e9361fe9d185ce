import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
import { findSourceKind, readSourceKinds, type SourceKind } from "./read-kinds.ts";
import { stepsText } from "./steps-text.ts";

export const listSourceKinds = (cli: Cli) =>
  new Command("kinds")
    .description("where leads can come from; with a kind, how it is set up and by what")
    .argument("[kind]", "one of them")
    .action(async (kind) => {
      if (kind !== undefined) {
        const found = await findSourceKind(cli, kind);
        cli.results.show(found, (paint) => kindText(found, paint));
        return;
      }
      const kinds = await readSourceKinds(cli);
      cli.results.show({ items: kinds }, (paint) =>
        renderDetails(
          kinds.map(({ kind: name, title }) => [name, title]),
          paint,
        ),
      );
    });

function kindText({ title, guide, settings }: SourceKind, paint: Paint): string {
  const rows = settings.map(({ name, help, is_optional }): [string, string] => [
    name,
    `${help}${is_optional ? " (optional)" : ""}`,
  ]);
  return [
    paint("bold", title),
    "",
    stepsText(guide),
    ...(rows.length === 0 ? [] : ["", renderDetails(rows, paint)]),
  ].join("\n");
}
