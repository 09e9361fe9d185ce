import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";

export const resetPassword = (cli: Cli) =>
  new Command("reset-password")
    .description("a link by which somebody who forgot the password chooses another")
    .argument("<email>", "whose account")
    .action(async (email) => {
      const reset = await answerOf(cli.api().POST("/api/password-resets", { body: { email } }));
      cli.results.show(reset, () => `${reset.link}\n`);
      const until = localTime(reset.expires_at, cli.outside);
      cli.results.note(
        `Give this link to ${email}: whoever has it has the account. It is good once, until ${until}.`,
      );
    });
