import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { findAgency } from "../shared/find-agency.ts";
import { findRoleClients } from "./find-role-clients.ts";
import { leftBehind } from "./left-behind.ts";
import { agencyOption, clientsOption, roleOption } from "./role-options.ts";

export const setOperatorRole = (cli: Cli) =>
  new Command("role")
    .description("give an operator another role, in place of all they had in that agency")
    .argument("<id>", "the operator's id")
    .addOption(roleOption())
    .addOption(clientsOption())
    .addOption(agencyOption())
    .action(async (operator_id, { role, client, agency }) => {
      const agency_id = await findAgency(cli, agency);
      const client_ids = await findRoleClients(cli, role, client);
      const changed = await answerOf(
        cli.api().PUT("/api/operators/{operator_id}/role", {
          params: { path: { operator_id } },
          body: { role, agency_id, client_ids },
        }),
      );
      cli.results.show(changed, () => `${operator_id} is ${role} now.\n${leftBehind(changed)}`);
    });
