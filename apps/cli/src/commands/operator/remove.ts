import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { confirmed } from "../shared/confirmed.ts";
import { findOperator } from "./find-operator.ts";
import { leftBehind } from "./left-behind.ts";

export const removeOperator = (cli: Cli) =>
  new Command("remove")
    .description("take away all that an operator may do, at once")
    .argument("<operator>", "the operator's e-mail address, name or id")
    .option("--yes", "without asking")
    .action(async (given, { yes }) => {
      const operator_id = await findOperator(cli, given);
      if (!(await confirmed(cli, { yes, message: `Take away all that ${given} may do?` }))) return;
      const answer = await answerOf(
        cli.api().DELETE("/api/operators/{operator_id}", { params: { path: { operator_id } } }),
      );
      cli.results.show(
        { operator_id, ...answer },
        () => `Roles taken away: ${answer.removed}.\n${leftBehind(answer)}`,
      );
    });
