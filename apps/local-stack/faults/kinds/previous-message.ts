import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Fault } from "../run/fault.ts";

/** Fields that messages did not have at first (packages/contracts/src/submission-message.ts: what is optional there). */
const lateFields = ["quarantine", "over_rate", "block_lifted", "other_phones", "outage"];

/** Messages of an earlier version, as an update finds them in the queue. */
export const previousMessage: Fault = {
  name: "26-previous-message",
  about: "messages as the first version wrote them, found in the journal after an update",
  async play(run) {
    await run.stack.consumer.setFaults([{ binding: "HANDLER", mode: "fail", matching: "leads" }]);
    await run.postMany(run.leads);
    await run.stack.interrupt();
    const rewritten = rewriteMessages(run.stack.stateDir);
    run.expect(`all ${run.leads} were rewritten, not ${rewritten}`, rewritten === run.leads);
    await run.startAgain();
  },
};

/** Takes out of each message in the journal's file what an earlier version did not write; how many. */
function rewriteMessages(stateDir: string): number {
  const folder = join(stateDir, "v3", "do", "journal-JournalObject");
  const file = readdirSync(folder).find((name) => /^[\da-f]+\.sqlite$/.test(name));
  if (file === undefined) throw new Error(`${folder} holds no journal`);
  const database = new DatabaseSync(join(folder, file));
  try {
    const paths = lateFields.map((field) => `'$.${field}'`).join(", ");
    return Number(
      database.prepare(`UPDATE entries SET message = json_remove(message, ${paths})`).run().changes,
    );
  } finally {
    database.close();
  }
}
