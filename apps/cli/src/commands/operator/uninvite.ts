import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";

export const uninviteOperator = (cli: Cli) =>
  new Command("uninvite")
    .description("take an invitation back: its link is of no use then")
    .argument("<invitation>", "whom it invites, or its id")
    .action(async (invitation_id) => {
      const invitation = await answerOf(
        cli.api().DELETE("/api/invitations/{invitation_id}", { params: { path: { invitation_id } } }),
      );
      cli.results.show(invitation, () => `The invitation of ${invitation.email} is ${invitation.state}.\n`);
    });
