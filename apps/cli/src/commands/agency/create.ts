import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";

export const createAgency = (cli: Cli) =>
  new Command("create")
    .description("add an agency, and invite its first owner by a link, which you hand over yourself")
    .requiredOption("--name <name>", "what people call it")
    .requiredOption("--owner <email>", "who owns it")
    .action(async ({ name, owner }) => {
      const made = await answerOf(cli.api().POST("/api/agencies", { body: { name, owner_email: owner } }));
      cli.results.show(made, () => `${made.link}\n`);
      cli.results.note(`${made.agency.name} is agency ${made.agency.id}.`);
      cli.results.note(`Give this link to ${owner}: it is shown once and good for 14 days.`);
    });
