import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { confirmed } from "../shared/confirmed.ts";

export const revokeKey = (cli: Cli) =>
  new Command("revoke")
    .description("end a key at once and for good")
    .argument("<access-key>", "its name, or its id lrk_…")
    .option("--yes", "without asking")
    .action(async (key_id, { yes }) => {
      const api = cli.api();
      const params = { path: { key_id } };
      const { name } = await answerOf(api.GET("/api/access-keys/{key_id}", { params }));
      if (!(await confirmed(cli, { yes, message: `Revoke ${name} (${key_id}), at once and for good?` })))
        return;
      const key = await answerOf(api.DELETE("/api/access-keys/{key_id}", { params }));
      cli.results.show(key, () => `Revoked: ${name} (${key_id}).\n`);
    });
