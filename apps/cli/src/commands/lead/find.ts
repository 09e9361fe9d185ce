import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { whereWords } from "./where-words.ts";

export const findLead = (cli: Cli) =>
  new Command("find")
    .description("where is my lead? Its whole story, where it stands, and what would move it on")
    .argument(
      "<what>",
      "an e-mail address, a phone number, or an id of a submission, delivery, lead or letter",
    )
    .action(async (q) => {
      const where = await answerOf(cli.api().GET("/api/where-is-my-lead", { params: { query: { q } } }));
      cli.results.show(where, (paint) => whereWords(where, cli, paint));
      for (const sentence of where.sentences) cli.results.note(sentence);
      if (!where.found) cli.results.nothing("Nothing was found.");
    });
