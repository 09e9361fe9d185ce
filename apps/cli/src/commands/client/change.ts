import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { readForChange } from "../../api/read-for-change.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { commaSeparated, listOrNone } from "../shared/comma-separated.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { asTyped, orNone } from "../shared/values.ts";
import { clientDetails } from "./client-details.ts";
import { readWeights, signals } from "./read-weights.ts";

export const changeClient = (cli: Cli) =>
  new Command("change")
    .description(
      "rename a client, or set its time zone, its phone country, its pipeline, what counts as a test, and what as suspicious",
    )
    .argument("<client>", "its name or id")
    .option("--name <name>", "what people call it")
    .option(
      "--time-zone <zone>",
      "whose clocks its people go by, such as Asia/Kolkata, or none",
      orNone(asTyped),
    )
    .option(
      "--phone-country <code>",
      "where phones without a country code are from, such as IN, or none; a form may say otherwise",
      orNone(asTyped),
    )
    .option("--stages <list>", "its pipeline in order, by commas", commaSeparated)
    .option("--test-strings <list>", "what makes a submission a test, by commas, or none", listOrNone)
    .option("--weights <list>", "points of suspicion, such as honeypot=60,high_rate=0, or none", readWeights)
    .addHelpText(
      "after",
      `\nA list replaces the one before. Weights not given are the usual ones; signals: ${signals.join(", ")}.`,
    )
    .action(async (client_id, { name, timeZone, phoneCountry, stages, testStrings, weights }) => {
      const body = withoutUndefined({
        name,
        time_zone: timeZone?.to,
        phone_country: phoneCountry?.to,
        stages,
        test_strings: testStrings,
        suspicion_weights: weights,
      });
      if (Object.keys(body).length === 0)
        throw usageFailure(
          "Nothing to change: give --name, --time-zone, --phone-country, --stages, --test-strings or --weights.",
        );
      const api = cli.api();
      const { version } = await readForChange(
        api.GET("/api/clients/{client_id}", { params: { path: { client_id } } }),
      );
      const client = await answerOf(
        api.PATCH("/api/clients/{client_id}", {
          params: { path: { client_id }, header: { "if-match": version } },
          body,
        }),
      );
      cli.results.show(client, (paint) => clientDetails(client, cli, paint));
    });
