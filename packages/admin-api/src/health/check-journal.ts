import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { sayJournalTrouble } from "../storage/journal-words.ts";
import { isDiskFull, makeRoom } from "../storage/outage-words.ts";
import type { HealthContext } from "./health-context.ts";

const name = "journal";

/** Whether the local stack's journal takes what is posted: without it a success would rest on memory alone. Elsewhere there is none. */
export async function checkJournal({ dependencies }: HealthContext): Promise<HealthCheck[]> {
  const facts = await dependencies.localStack?.();
  if (facts === undefined) return [];
  const trouble = facts.journal_trouble;
  if (trouble === null) return [fine(name, "The intake journal takes what is posted.")];
  const { error, since } = trouble;
  const isFull = isDiskFull(error, facts);
  const what = isFull ? "The disk is full: the intake journal" : "The intake journal";
  return [
    amiss("problem", name, {
      message: `${what} ${sayJournalTrouble(trouble)} It said: ${error}.`,
      todo: isFull
        ? makeRoom
        : "Look at what it said, and at the folder STATE_DIR; if it stays, stop the local stack with Ctrl-C and start it again. Whoever was refused was told so, and may send again.",
      since,
    }),
  ];
}
