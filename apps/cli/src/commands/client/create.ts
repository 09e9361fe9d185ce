import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { findAgency } from "../shared/find-agency.ts";
import { clientDetails } from "./client-details.ts";

export const createClient = (cli: Cli) =>
  new Command("create")
    .description("add a client to an agency")
    .option("--agency <agency>", "the agency it belongs to, if you belong to several")
    .requiredOption("--name <name>", "what people call it")
    .action(async ({ agency, name }) => {
      const agency_id = await findAgency(cli, agency);
      const client = await answerOf(cli.api().POST("/api/clients", { body: { agency_id, name } }));
      cli.results.show(client, (paint) => clientDetails(client, cli, paint));
    });
