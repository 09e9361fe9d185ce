import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { renderTable } from "../../output/render-table.ts";
import { readCount } from "../shared/list-options.ts";

const reasons = {
  mapping: "the form says so",
  name: "by its name",
  outranked: "by its name, behind the form's own",
  none: "kept, and means nothing",
} as const;

export const formFields = (cli: Cli) =>
  new Command("fields")
    .description("the fields that its last posts really had, and what each is taken for")
    .argument("<form>", "its name, key or id")
    .option("--last <count>", "so many posts, at most 50", readCount, 20)
    .action(async (form_id, { last }) => {
      const seen = await answerOf(
        cli.api().GET("/api/forms/{form_id}/seen-fields", { params: { path: { form_id }, query: { last } } }),
      );
      cli.results.show(seen, (paint) =>
        seen.fields.length === 0
          ? ""
          : renderTable(
              [
                { title: "FIELD", value: ({ name }) => name },
                { title: "IN", value: ({ posts }) => `${posts} of ${seen.posts}` },
                { title: "TAKEN FOR", value: ({ taken_for }) => taken_for ?? "–" },
                { title: "WHY", value: ({ why }) => reasons[why] },
                { title: "LAST VALUE", isSpare: true, value: ({ sample }) => sample ?? "" },
              ],
              seen.fields,
              paint,
            ),
      );
      if (seen.fields.length === 0)
        cli.results.nothing(`No post of this form was found: leadrelay send --form ${form_id}`);
    });
