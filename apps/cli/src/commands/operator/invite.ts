import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { quoted } from "../../text/shell-words.ts";
import { findAgency } from "../shared/find-agency.ts";
import { findRoleClients } from "./find-role-clients.ts";
import { agencyOption, clientsOption, roleOption } from "./role-options.ts";

export const inviteOperator = (cli: Cli) =>
  new Command("invite")
    .description("invite somebody by a link, which you hand over yourself")
    .argument("<email>", "whom")
    .addOption(roleOption())
    .addOption(clientsOption())
    .addOption(agencyOption())
    .action(async (email, { role, client, agency }) => {
      const agency_id = await findAgency(cli, agency);
      const client_ids = await findRoleClients(cli, role, client);
      const invited = await answerOf(
        cli.api().POST("/api/invitations", { body: { email, role, agency_id, client_ids } }),
      );
      cli.results.show(invited, () => `${invited.link}\n`);
      const until = localTime(invited.invitation.expires_at, cli.outside);
      cli.results.note(
        [
          `Give this link to ${email}: it is shown once and good until ${until}.`,
          "It opens in a browser. At a terminal, somebody new:",
          `  leadrelay operator accept ${quoted(invited.link)} --name ${quoted(email.replace(/@.*$/, ""))}`,
          "Whoever has an account signs in first, and leaves --name out.",
        ].join("\n"),
      );
    });
