import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { keyDetails } from "./key-details.ts";

export const showKey = (cli: Cli) =>
  new Command("show")
    .description("one access key, without its secret")
    .argument("<access-key>", "its name, or its id lrk_…")
    .action(async (key_id) => {
      const key = await answerOf(
        cli.api().GET("/api/access-keys/{key_id}", { params: { path: { key_id } } }),
      );
      cli.results.show(key, (paint) => keyDetails(key, cli, paint));
    });
