import { Command } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { Failure } from "../../exit/failure.ts";
import { clockCheck } from "./clock-check.ts";
import { doctorWords } from "./doctor-words.ts";

type Check = components["schemas"]["HealthCheck"];

export const doctor = (cli: Cli) =>
  new Command("doctor")
    .description(
      "whether the installation is well: bindings, migrations, clocks, published forms, stuck work",
    )
    .addHelpText("after", "\nIt ends with 1 when anything is a problem; a warning alone ends with 0.")
    .action(async () => {
      const askedAt = cli.outside.now();
      const health = await answerOf(cli.api().GET("/api/health"));
      const checks: Check[] = [clockCheck(health.server_time, askedAt, cli.outside.now()), ...health.checks];
      const problems = checks.filter(({ state }) => state === "problem");
      cli.results.show({ ...health, checks }, (paint) => doctorWords(checks, health.covers, cli, paint));
      if (problems.length > 0)
        throw new Failure({
          ending: "error",
          title: `${problems.length} of ${checks.length} checks found a problem.`,
          whatToDo: "do what stands beside each, the topmost first.",
        });
    });
