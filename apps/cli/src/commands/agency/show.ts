import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { agencyDetails } from "./agency-details.ts";

export const showAgency = (cli: Cli) =>
  new Command("show")
    .description("one agency")
    .argument("<agency>", "its name or id")
    .action(async (agency_id) => {
      const agency = await answerOf(
        cli.api().GET("/api/agencies/{agency_id}", { params: { path: { agency_id } } }),
      );
      cli.results.show(agency, (paint) => agencyDetails(agency, cli, paint));
    });
