import { Command } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import { openClient } from "../../api/open-client.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { askNewPassword } from "./ask-new-password.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { readInvitation } from "./read-invitation.ts";

export const acceptInvitation = (cli: Cli) =>
  new Command("accept")
    .description("accept an invitation with the account you are signed in to, or as somebody new")
    .argument("<link>", "the link you were given, or its token")
    .option("--name <name>", "you are new: your name; a password is asked for")
    .option("--stdin", "read the password from standard input")
    .addHelpText("after", "\nWhoever has an account already signs in to it first: `leadrelay login`.")
    .action(async (link, { name, stdin }) => {
      if (name === undefined && stdin === true)
        throw usageFailure("A password is for somebody new: give --name too.");
      const { token, origin } = readInvitation(link);
      const url = origin ?? cli.url();
      const api =
        name === undefined
          ? cli.api()
          : openClient(cli.outside, { kind: "nobody", url }, cli.settings().output === "table");
      const account = name === undefined ? {} : { name, password: await askNewPassword(cli, stdin) };
      const asked = api.POST("/api/invitations/accept", { body: { token, ...account } });
      const accepted = await answerOf(asked).catch(async (error: unknown) => {
        throw await explainRefusal(cli, error, { url, asNew: name !== undefined });
      });
      cli.results.show(accepted, () => `${joined(accepted)}\n`);
      if (name !== undefined)
        cli.results.note(`Sign in: leadrelay login --url ${url} --email ${accepted.email}`);
    });

type Accepted = Omit<components["schemas"]["AcceptedInvitation"], "client_names"> & {
  /** Not told by a server of before. */
  client_names?: readonly string[];
};

/** Whose people somebody is of now: a client's own are the client's, and not the agency's. */
function joined({ email, role, agency_name, client_names = [] }: Accepted): string {
  if (client_names.length === 0) return `${email} belongs to ${agency_name} now.`;
  const clients = client_names.join(" and ");
  return role.startsWith("client_")
    ? `${email} belongs to ${clients} now, a client of ${agency_name}.`
    : `${email} belongs to ${agency_name} now, and works for ${clients}.`;
}
