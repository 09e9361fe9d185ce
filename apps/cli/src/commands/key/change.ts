import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { readForChange } from "../../api/read-for-change.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { keyDetails } from "./key-details.ts";
import { readPermissions } from "./read-permissions.ts";

export const changeKey = (cli: Cli) =>
  new Command("change")
    .description("rename a key, or set what it may do from its next request on")
    .argument("<access-key>", "its name, or its id lrk_…")
    .option("--name <name>", "what it is for")
    .option(
      "--may <permissions>",
      "all of them, by commas, such as leads:read,contacts:read",
      readPermissions,
    )
    .action(async (key_id, { name, may }) => {
      const body = withoutUndefined({ name, permissions: may });
      if (Object.keys(body).length === 0) throw usageFailure("Nothing to change: give --name or --may.");
      const api = cli.api();
      const path = { key_id };
      const { version } = await readForChange(api.GET("/api/access-keys/{key_id}", { params: { path } }));
      const header = { "if-match": version };
      const key = await answerOf(api.PATCH("/api/access-keys/{key_id}", { params: { path, header }, body }));
      cli.results.show(key, (paint) => keyDetails(key, cli, paint));
    });
