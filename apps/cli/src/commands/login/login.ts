import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { intakeTold } from "../../api/intake-told.ts";
import { openClient } from "../../api/open-client.ts";
import type { Cli } from "../../cli.ts";
import { writeCredential } from "../../credentials/credentials-file.ts";
import { rememberForProfile } from "../../settings/settings-files.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { askCredential } from "./ask-credential.ts";
import { askUrl } from "./ask-url.ts";

export const login = (cli: Cli) =>
  new Command("login")
    .description("sign in with your password, or keep an access key for a machine")
    .option("--email <address>", "who signs in")
    .option("--key-id <id>", "keep this access key instead of a password's session")
    .option("--stdin", "read the password, or the key's secret, from standard input")
    .option("--code <digits>", "the authenticator's code, where the account asks for one")
    .addHelpText("after", "\nThe session or the key is kept in your config folder, readable by you alone.")
    .action(async (options) => {
      const { profile, intakeUrl } = cli.settings();
      const url = await askUrl(cli);
      const credential = await askCredential(cli, url, options);
      // What does not work is not kept.
      const you = await answerOf(
        openClient(cli.outside, credential, cli.settings().output === "table").GET("/api/me"),
      );
      const intake_url = cli.options().intakeUrl === undefined ? intakeTold(you) : intakeUrl;
      rememberForProfile(cli.outside, profile, { url, ...withoutUndefined({ intake_url }) });
      writeCredential(cli.outside, profile, credential);
      cli.results.show(
        { profile, url, kind: you.kind, id: you.id, name: you.name },
        () => `Signed in to ${url} as ${you.name} (profile ${profile}).\n`,
      );
    });
