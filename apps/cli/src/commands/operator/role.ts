import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { findAgency } from "../shared/find-agency.ts";
import { findOperator } from "./find-operator.ts";
import { findRoleClients } from "./find-role-clients.ts";
import { leftBehind } from "./left-behind.ts";
import { agencyOption, clientsOption, roleOption } from "./role-options.ts";

export const setOperatorRole = (cli: Cli) =>
  new Command("role")
    .description("give an operator another role, in place of all they had in that agency")
    .argument("<operator>", "the operator's e-mail address, name or id")
    .addOption(roleOption())
    .addOption(clientsOption())
    .addOption(agencyOption())
    .action(async (given, { role, client, agency }) => {
      const operator_id = await findOperator(cli, given);
      const agency_id = await findAgency(cli, agency);
      const client_ids = await findRoleClients(cli, role, client);
      const changed = await answerOf(
        cli.api().PUT("/api/operators/{operator_id}/role", {
          params: { path: { operator_id } },
          body: { role, agency_id, client_ids },
        }),
      );
      cli.results.show(changed, () => `${given} is ${role} now.\n${leftBehind(changed)}`);
    });
