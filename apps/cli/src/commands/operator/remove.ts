import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { confirmed } from "../shared/confirmed.ts";
import { leftBehind } from "./left-behind.ts";

export const removeOperator = (cli: Cli) =>
  new Command("remove")
    .description("take away all that an operator may do, at once")
    .argument("<id>", "the operator's id")
    .option("--yes", "without asking")
    .action(async (operator_id, { yes }) => {
      if (!(await confirmed(cli, { yes, message: `Take away all that ${operator_id} may do?` }))) return;
      const answer = await answerOf(
        cli.api().DELETE("/api/operators/{operator_id}", { params: { path: { operator_id } } }),
      );
      cli.results.show(
        { operator_id, ...answer },
        () => `Roles taken away: ${answer.removed}.\n${leftBehind(answer)}`,
      );
    });
