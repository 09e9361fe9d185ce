import { Command } from "@commander-js/extra-typings";
import type { LeadRelayClient } from "@leadrelay/client/create-client";
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
      const where = await answerOf(ask(cli.api(), q));
      cli.results.show(where, (paint) => whereWords(where, cli, paint));
      for (const sentence of where.sentences) cli.results.note(sentence);
      if (!where.found) cli.results.nothing("Nothing was found.");
    });

const id = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Who is asked for stands in no address: others may log those. An id may. */
const ask = (api: LeadRelayClient, q: string) =>
  id.test(q)
    ? api.GET("/api/where-is-my-lead", { params: { query: { q } } })
    : api.POST("/api/where-is-my-lead", { body: { q } });
