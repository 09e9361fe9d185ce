import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { readForChange } from "../../api/read-for-change.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { keyDetails } from "./key-details.ts";
import { readEnd } from "../shared/time-options.ts";
import { orNone } from "../shared/values.ts";
import { readPermissions } from "./read-permissions.ts";

export const changeKey = (cli: Cli) =>
  new Command("change")
    .description("rename a key, or set what it may do and until when, from its next request on")
    .argument("<access-key>", "its name, or its id lrk_…")
    .option("--name <name>", "what it is for")
    .option(
      "--may <permissions>",
      "all of them, by commas, such as leads:read,contacts:read",
      readPermissions,
    )
    .option(
      "--expires <time>",
      "when it stops working by itself: 90d (from now), 2027-01-31, or none",
      orNone(readEnd(cli)),
    )
    .action(async (key_id, { name, may, expires }) => {
      const body = withoutUndefined({ name, permissions: may, expires_at: expires?.to });
      if (Object.keys(body).length === 0)
        throw usageFailure("Nothing to change: give --name, --may or --expires.");
      const api = cli.api();
      const path = { key_id };
      const { version } = await readForChange(api.GET("/api/access-keys/{key_id}", { params: { path } }));
      const header = { "if-match": version };
      const key = await answerOf(api.PATCH("/api/access-keys/{key_id}", { params: { path, header }, body }));
      cli.results.show(key, (paint) => keyDetails(key, cli, paint));
    });
