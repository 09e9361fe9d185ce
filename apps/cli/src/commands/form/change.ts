import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { readForChange } from "../../api/read-for-change.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { changeMapping } from "./change-mapping.ts";
import { confirmLosses } from "./confirm-losses.ts";
import { formDetails } from "./form-details.ts";
import { formSettings, withFormOptions } from "./form-options.ts";
import { collectMapping, collectNames } from "./mapping-options.ts";

export const changeForm = (cli: Cli) =>
  withFormOptions(
    new Command("change")
      .description("change a form; the edge has it within about a minute")
      .argument("<form>", "its name, key or id")
      .option("--name <name>", "what people call it"),
  )
    .option("--unmap <theirs>", "take one entry of its mapping away; repeat it for each", collectNames)
    .option("--map-only <theirs=ours>", "this mapping and no other entry; repeat it, or none", collectMapping)
    .option("--yes", "without asking, where something is taken away")
    .addHelpText(
      "after",
      "--map adds an entry or changes one; what the form has beside it stays. Whoever else changes the form meanwhile is not overwritten: run it again.",
    )
    .action(async (form_id, { name, unmap, mapOnly, yes, ...options }) => {
      const { field_mapping: map, ...settings } = formSettings(options);
      const asked = { ...withoutUndefined({ name }), ...settings };
      if (Object.keys(asked).length === 0 && (map ?? unmap ?? mapOnly) === undefined)
        throw usageFailure("Nothing to change: give what to set, see --help.");
      const api = cli.api();
      const path = { form_id };
      const read = api.GET("/api/forms/{form_id}", { params: { path } });
      const { current, version } = await readForChange(read);
      const field_mapping = changeMapping(current.field_mapping, { map, unmap, mapOnly });
      const body = { ...asked, ...withoutUndefined({ field_mapping }) };
      if (!(await confirmLosses(cli, current, body, yes))) return;
      const header = { "if-match": version };
      const form = await answerOf(api.PATCH("/api/forms/{form_id}", { params: { path, header }, body }));
      cli.results.show(form, (paint) => formDetails(form, cli, paint));
    });
