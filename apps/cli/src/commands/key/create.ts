import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { readEnd } from "../shared/time-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { findKeyPlace } from "./find-key-place.ts";
import { readPermissions } from "./read-permissions.ts";
import { showSecret } from "./show-secret.ts";

export const createKey = (cli: Cli) =>
  new Command("create")
    .description("a key for a machine; prints lines for its .env file")
    .requiredOption("--name <name>", "what it is for")
    .requiredOption("--may <permissions>", "by commas, such as leads:read,contacts:read", readPermissions)
    .option(
      "--client <client>",
      "for this client; not said: every client of the agency, or the only one you run",
    )
    .option("--agency <agency>", "the agency, if you belong to several")
    .option("--expires <when>", "when it stops working by itself: 90d (from now), 2027-01-31", readEnd(cli))
    .action(async ({ name, may, client, agency, expires }) => {
      const place = await findKeyPlace(cli, { client, agency });
      const body = { name, permissions: may, ...place, ...withoutUndefined({ expires_at: expires }) };
      showSecret(cli, await answerOf(cli.api().POST("/api/access-keys", { body })));
    });
