import { parseSubmissionMessage } from "@leadrelay/contracts/parse-submission-message";
import type { Dependencies } from "../dependencies.ts";
import { commitSubmissions } from "./commit-submissions.ts";
import type { Pending } from "./pending.ts";
import { joinCopies } from "./join-copies.ts";
import { prepareMessages } from "./prepare-messages.ts";
import { settleInvalid } from "./settle-invalid.ts";
import { settleMessages } from "./settle-messages.ts";

/** Queue `leads`: stores every submission of the batch and settles each message exactly once. */
export async function handleLeadsBatch(batch: MessageBatch, dependencies: Dependencies): Promise<void> {
  const read = batch.messages.map((message) => ({ message, body: parseSubmissionMessage(message.body) }));
  await settleInvalid(
    read.filter(({ body }) => body === undefined).map(({ message }) => message),
    dependencies,
  );
  const valid = read.flatMap(({ message, body }) => (body === undefined ? [] : [{ message, body }]));
  const prepared = await prepareMessages(joinCopies(valid), dependencies);
  await settleMessages(prepared.settled, dependencies);
  for (const [database, pending] of groupByDatabase(prepared.pending)) {
    const settlements = await commitSubmissions(pending, database, dependencies);
    await settleMessages(settlements, dependencies);
  }
}

const groupByDatabase = (pending: readonly Pending[]) => Map.groupBy(pending, ({ form }) => form.database);
