import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { letterDetails } from "./letter-details.ts";

export const showLetter = (cli: Cli) =>
  new Command("show")
    .description("one dead letter: what could not be done, every try, and what to do")
    .argument("<id>", "the letter's id")
    .action(async (dead_letter_id) => {
      const path = { dead_letter_id };
      const letter = await answerOf(
        cli.api().GET("/api/dead-letters/{dead_letter_id}", { params: { path } }),
      );
      cli.results.show(letter, (paint) => letterDetails(letter, cli, paint));
    });
