import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { readForChange } from "../../api/read-for-change.ts";
import type { Cli } from "../../cli.ts";
import { agencyDetails } from "./agency-details.ts";

export const changeAgency = (cli: Cli) =>
  new Command("change")
    .description("rename an agency")
    .argument("<agency>", "its name or id")
    .requiredOption("--name <name>", "what people call it")
    .action(async (agency_id, body) => {
      const api = cli.api();
      const path = { agency_id };
      const { version } = await readForChange(api.GET("/api/agencies/{agency_id}", { params: { path } }));
      const header = { "if-match": version };
      const agency = await answerOf(
        api.PATCH("/api/agencies/{agency_id}", { params: { path, header }, body }),
      );
      cli.results.show(agency, (paint) => agencyDetails(agency, cli, paint));
    });
