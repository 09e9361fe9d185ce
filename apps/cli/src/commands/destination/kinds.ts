import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { renderDetails } from "../../output/render-details.ts";
import { renderTable } from "../../output/render-table.ts";
import type { Paint } from "../../output/paint.ts";
import { findKind, readKinds, type DestinationKind } from "./read-kinds.ts";

export const listDestinationKinds = (cli: Cli) =>
  new Command("kinds")
    .description("what leads can be sent to; of one kind its settings, and where to find them")
    .argument("[kind]", "such as make or slack")
    .action(async (kind) => {
      if (kind !== undefined) {
        const found = await findKind(cli, kind);
        cli.results.show(found, (paint) => kindDetails(found, paint));
        return;
      }
      const kinds = await readKinds(cli);
      cli.results.show(kinds, (paint) =>
        renderTable<DestinationKind>(
          [
            { title: "KIND", value: (one) => one.kind },
            { title: "WHAT IT IS", value: ({ title }) => title },
            { title: "ASKS FOR", value: ({ settings }) => askedFor(settings) },
          ],
          kinds,
          paint,
        ),
      );
      cli.results.note("Of one of them: leadrelay destination kinds <kind>");
    });

const askedFor = (settings: DestinationKind["settings"]) =>
  settings
    .filter(({ is_optional }) => !is_optional)
    .map(({ name }) => name)
    .join(", ");

function kindDetails({ kind, title, guide, settings }: DestinationKind, paint: Paint): string {
  const steps = guide.map((sentence, index) => `${index + 1}. ${sentence}`).join("\n");
  const facts = renderDetails(
    [
      ["Kind", kind],
      ["What it is", title],
      ["Where to find it", steps],
    ],
    paint,
  );
  const each = settings.map((setting) => [setting.name, settingWords(setting)] as const);
  const begin = `leadrelay destination create --kind ${kind} --name <name>`;
  return `${facts}\n${paint("bold", "Settings")}\n${renderDetails(each, paint)}\n${begin}\n`;
}

function settingWords(setting: DestinationKind["settings"][number]): string {
  const { label, help, choices, is_secret, is_optional, usual } = setting;
  const marks = [
    ...(is_secret ? ["secret"] : []),
    ...(is_optional ? [usual === null ? "may be left out" : `${onOff(usual)} unless set`] : []),
    ...(choices === null ? [] : [`one of ${choices.join(", ")}`]),
  ];
  const also = marks.length === 0 ? "" : ` (${marks.join("; ")})`;
  return `${label}: ${help}${also}`;
}

const onOff = (usual: string | number | boolean) => (usual === true ? "on" : usual === false ? "off" : usual);
