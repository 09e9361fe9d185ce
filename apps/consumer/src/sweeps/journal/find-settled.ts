import { submissionLetterKinds } from "@leadrelay/contracts/dead-letter";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { deadLetterId } from "@leadrelay/core/ids/derived-id";
import { findUnreplayedLetters } from "@leadrelay/db/dead-letters/find-unreplayed-letters";
import { resolveForms } from "@leadrelay/db/intake/find-forms";
import { storedSubmissions, type SubmissionKey } from "@leadrelay/db/intake/find-stored";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { letterDatabase } from "../../dead-letters/letter-database.ts";
import type { Dependencies } from "../../dependencies.ts";

/** A submission and where it would be; without a form in D1 only a dead letter can hold it. */
interface Sought extends SubmissionKey {
  database: string;
}

/** Ids of the submissions that are stored, blocked, in quarantine or in a dead letter. Throws when D1 cannot say. */
export async function findSettled(
  dependencies: Dependencies,
  messages: readonly SubmissionMessage[],
): Promise<Set<string>> {
  const settled = new Set<string>();
  const sought = await locate(dependencies, messages);
  for (const [database, keys] of Map.groupBy(sought, (one) => one.database)) {
    const letterIds = new Map(keys.flatMap(lettersOf));
    const [stored, letters] = await runBatch(letterDatabase(dependencies, database), [
      storedSubmissions(pipelineScope, keys),
      findUnreplayedLetters(pipelineScope, [...letterIds.keys()]),
    ]);
    for (const id of stored) settled.add(id);
    for (const id of letters) settled.add(letterIds.get(id) ?? "");
  }
  return settled;
}

/** Letter id → submission id, for every kind of letter a submission can have. */
const lettersOf = ({ submission_id }: SubmissionKey) =>
  submissionLetterKinds.map((kind) => [deadLetterId(kind, submission_id), submission_id] as const);

async function locate({ control }: Dependencies, messages: readonly SubmissionMessage[]): Promise<Sought[]> {
  const unnamed = messages.filter(({ form }) => form === null).map(({ form_key }) => form_key);
  const forms = await runOne(control, resolveForms(pipelineScope, unnamed));
  return messages.map(({ submission_id, form_key, form, quarantine, block_lifted }) => {
    const { client_id, database } = form ??
      forms.find((one) => one.form_key === form_key) ?? { client_id: "", database: "DB" };
    const released = { isReleased: quarantine === "released", isUnblocked: block_lifted === true };
    return { submission_id, client_id, database, ...released };
  });
}
