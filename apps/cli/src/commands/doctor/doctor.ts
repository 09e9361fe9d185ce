import { Command } from "@commander-js/extra-typings";
import { worstOf } from "@leadrelay/contracts/health-check";
import type { Cli } from "../../cli.ts";
import { doctorWords } from "./doctor-words.ts";
import { examine } from "./examine.ts";

export const doctor = (cli: Cli) =>
  new Command("doctor")
    .description(
      "whether the installation is well: addresses, bindings, migrations, clocks, published forms, stuck work",
    )
    .addHelpText("after", "\nIt ends with 1 when anything is a problem; a warning alone ends with 0.")
    .action(async () => {
      const { checks, needs, covers } = await examine(cli);
      const problems = checks.filter(({ state }) => state === "problem").length;
      const document = { state: worstOf(checks), covers, needs, checks };
      cli.results.show(document, (paint) => doctorWords({ checks, needs, covers }, cli, paint));
      if (problems > 0) cli.results.bad(`${problems} of ${checks.length} checks found a problem.`);
    });
