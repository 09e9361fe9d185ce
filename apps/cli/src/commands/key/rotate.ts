import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { confirmed } from "../shared/confirmed.ts";
import { readEnd, readSeconds } from "../shared/time-options.ts";
import { orNone } from "../shared/values.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { showSecret } from "./show-secret.ts";

export const rotateKey = (cli: Cli) =>
  new Command("rotate")
    .description("a new secret for a key; the old one goes on for the overlap")
    .argument("<access-key>", "its name, or its id lrk_…")
    .requiredOption(
      "--overlap <time>",
      "how long both work: 24h, 7d; 0 ends the old one at once",
      readSeconds,
    )
    .option(
      "--expires <when>",
      "a new end of the key: 90d (from now), 2027-01-31, or none",
      orNone(readEnd(cli)),
    )
    .option("--yes", "without asking, where the old secret ends at once")
    .action(async (key_id, { overlap, expires, yes }) => {
      const message = `End the secret that ${key_id} signs with at once?`;
      if (overlap === 0 && !(await confirmed(cli, { yes, message }))) return;
      const body = { overlap_seconds: overlap, ...withoutUndefined({ expires_at: expires?.to }) };
      const params = { path: { key_id } };
      showSecret(cli, await answerOf(cli.api().POST("/api/access-keys/{key_id}/rotate", { params, body })));
    });
