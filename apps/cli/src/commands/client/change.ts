import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { readForChange } from "../../api/read-for-change.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { commaSeparated } from "../shared/comma-separated.ts";
import { clientDetails } from "./client-details.ts";

export const changeClient = (cli: Cli) =>
  new Command("change")
    .description("rename a client, or set its pipeline and what counts as a test")
    .argument("<id>", "the client's id")
    .option("--name <name>", "what people call it")
    .option("--stages <list>", "its pipeline in order, separated by commas", commaSeparated)
    .option("--test-strings <list>", "what makes a submission a test, separated by commas", commaSeparated)
    .action(async (client_id, { name, stages, testStrings }) => {
      const body = {
        ...(name === undefined ? {} : { name }),
        ...(stages === undefined ? {} : { stages }),
        ...(testStrings === undefined ? {} : { test_strings: testStrings }),
      };
      if (Object.keys(body).length === 0)
        throw usageFailure("Nothing to change: give --name, --stages or --test-strings.");
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
