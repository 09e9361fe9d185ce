import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";

export const acceptInvitation = (cli: Cli) =>
  new Command("accept")
    .description("accept an invitation with the account you are signed in to")
    .argument("<link>", "the link you were given, or its token")
    .action(async (link) => {
      const token = URL.canParse(link) ? new URL(link).searchParams.get("token") : link;
      if (token === null || token === "")
        throw usageFailure("This link has no token in it.", "copy all of it.");
      const accepted = await answerOf(cli.api().POST("/api/invitations/accept", { body: { token } }));
      cli.results.show(accepted, () => `${accepted.email} belongs to ${accepted.agency_name} now.\n`);
    });
