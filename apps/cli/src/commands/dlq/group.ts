import { Command } from "@commander-js/extra-typings";
import type { LeadRelayClient } from "@leadrelay/client/create-client";
import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { confirmed } from "../shared/confirmed.ts";
import { readNumber, readReason } from "../shared/values.ts";

type Step = components["schemas"]["DeadLetterGroupStep"];

/** What a letter has in common with all of its cause. */
async function groupOf(api: LeadRelayClient, dead_letter_id: string) {
  const letter = await answerOf(
    api.GET("/api/dead-letters/{dead_letter_id}", { params: { path: { dead_letter_id } } }),
  );
  const { client_id, destination_id, kind, cause, last_status_code, fingerprint } = letter;
  return {
    client_id,
    destination_id,
    kind,
    cause,
    status_code: last_status_code,
    fingerprint,
  };
}

/** Goes through a group step by step: how many letters were changed, and when it began. */
async function through(
  step: (cursor: string | null) => Promise<Step>,
): Promise<{ count: number; at: number }> {
  let { count, next_cursor, at } = await step(null);
  while (next_cursor !== null) {
    const next = await step(next_cursor);
    count += next.count;
    next_cursor = next.next_cursor;
  }
  return { count, at };
}

const letters = (count: number) => (count === 1 ? "1 letter" : `${count} letters`);

export const discardLike = (cli: Cli) =>
  new Command("discard-like")
    .description("give up all open dead letters of the same cause as this one")
    .argument("<id>", "a letter's id, as `dlq causes` shows one of each cause")
    .requiredOption("--reason <text>", "why; it is kept with the letters", readReason)
    .option("--yes", "without asking")
    .action(async (id, { reason, yes }) => {
      const api = cli.api();
      const body = { ...(await groupOf(api, id)), reason, until: Date.now() };
      const message = "Give up every open letter of this cause?";
      if (!(await confirmed(cli, { yes, message }))) return;
      const done = await through((cursor) =>
        answerOf(api.POST("/api/dead-letter-groups/discard", { body: { ...body, cursor } })),
      );
      cli.results.show(done, () => `${letters(done.count)} given up.\n`);
      if (done.count > 0)
        cli.results.note(
          `Within the hour it can be taken back: leadrelay dlq reopen-like ${id} --at ${done.at}`,
        );
    });

export const reopenLike = (cli: Cli) =>
  new Command("reopen-like")
    .description("take back what you gave up by `dlq discard-like` within the hour")
    .argument("<id>", "the letter's id that was given then")
    .requiredOption("--at <ms>", "when it was given up, as it was told then", readNumber)
    .action(async (id, { at }) => {
      const api = cli.api();
      const body = { ...(await groupOf(api, id)), discarded_since: at };
      const done = await through((cursor) =>
        answerOf(api.POST("/api/dead-letter-groups/reopen", { body: { ...body, cursor } })),
      );
      cli.results.show(done, () => `${letters(done.count)} open again.\n`);
    });
