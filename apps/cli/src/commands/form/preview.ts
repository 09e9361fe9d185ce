import { Command } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { localTime } from "../../output/local-time.ts";
import { readCount } from "../shared/list-options.ts";
import { changeMapping } from "./change-mapping.ts";
import { collectMapping, collectNames } from "./mapping-options.ts";

export const previewMapping = (cli: Cli) =>
  new Command("preview")
    .description("what another mapping would have made of its last posts; nothing is changed")
    .argument("<form>", "its name, key or id")
    .option("--map <theirs=ours>", "what a field would be to us; repeat it for each", collectMapping)
    .option("--unmap <theirs>", "an entry that would be gone; repeat it for each", collectNames)
    .option("--map-only <theirs=ours>", "this mapping and no other entry; repeat it, or none", collectMapping)
    .option("--last <count>", "so many posts, at most 50", readCount, 20)
    .action(async (form_id, { last, ...change }) => {
      const api = cli.api();
      const path = { form_id };
      const { field_mapping: before } = await answerOf(api.GET("/api/forms/{form_id}", { params: { path } }));
      const field_mapping = changeMapping(before, change);
      if (field_mapping === undefined)
        throw usageFailure("Nothing would change.", "give --map, --unmap or --map-only, see --help.");
      const preview = await answerOf(
        api.POST("/api/forms/{form_id}/preview", { params: { path }, body: { field_mapping, last } }),
      );
      cli.results.show(preview, () => previewText(preview, cli));
    });

function previewText(
  { posts, otherwise, refused, items }: components["schemas"]["MappingPreview"],
  { outside }: Cli,
): string {
  const lines = items.flatMap(({ submission_id, submitted_at, changes, refused_after, is_bot_after }) =>
    changes.length === 0
      ? []
      : [
          `${localTime(submitted_at, outside)}  ${submission_id}`,
          ...changes.map(({ field, before, after }) => `  ${field}: ${before ?? "–"} → ${after ?? "–"}`),
          ...(refused_after ? ["  would be refused: nobody could be reached"] : []),
          ...(is_bot_after ? ["  would be taken for a bot's"] : []),
        ],
  );
  return [
    `Of the last ${posts} posts ${otherwise} would have been read otherwise, ${refused} refused.`,
    ...lines,
    "",
  ].join("\n");
}
