import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { findAgency } from "../shared/find-agency.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { clientDetails } from "./client-details.ts";

export const createClient = (cli: Cli) =>
  new Command("create")
    .description("add a client to an agency")
    .option("--agency <agency>", "the agency it belongs to, if you belong to several")
    .requiredOption("--name <name>", "what people call it")
    .option("--time-zone <zone>", "whose clocks its people go by, such as Asia/Kolkata")
    .option("--phone-country <code>", "where phones without a country code are from, such as IN")
    .action(async ({ agency, name, timeZone, phoneCountry }) => {
      const agency_id = await findAgency(cli, agency);
      const body = {
        agency_id,
        name,
        ...withoutUndefined({ time_zone: timeZone, phone_country: phoneCountry }),
      };
      const client = await answerOf(cli.api().POST("/api/clients", { body }));
      cli.results.show(client, (paint) => clientDetails(client, cli, paint));
    });
