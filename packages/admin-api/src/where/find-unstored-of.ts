import { kvPrefixes } from "@leadrelay/contracts/kv-keys";
import { parseSubmissionText } from "@leadrelay/contracts/parse-submission-message";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { openMessageLetters } from "@leadrelay/db/dead-letters/open-message-letters";
import { newestPlace, newestQuarantined } from "@leadrelay/db/quarantine/newest-quarantined";
import { runBatch } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { newestBlocked } from "@leadrelay/db/submissions/blocked-submissions";
import { senderOf } from "../dead-letters/sender-of.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { ownersOf } from "../kept-in-kv/owners-of.ts";
import { readKeptLetter } from "../kept-in-kv/read-kept-letter.ts";
import { mostKept, readKeptPage } from "../kept-in-kv/read-kept-page.ts";
import { scopedDatabases } from "../lead-databases/scoped-databases.ts";
import type { Candidate } from "./candidate.ts";
import { hasContactOf, isFrom, type Sought } from "./sought-contact.ts";

/** Of the letters and blocked submissions of all clients together. */
const mostRows = 100;

/**
 * Submissions that are not stored as a lead's: no index knows whom they are from, so only the newest are looked through, and of KV what
 * it gives in one read.
 */
export async function findUnstoredOf(
  sought: Sought,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<{ candidates: Candidate[]; sentences: string[] }> {
  const [inDatabases, inKv] = await Promise.all([
    findInDatabases(sought, scope, dependencies),
    findInKv(sought, scope, dependencies),
  ]);
  const found = [...inDatabases, ...inKv.candidates].filter((one) => one.kind === "submission");
  const different = new Map(found.map((one) => [one.submissionId, one]));
  return { candidates: [...different.values()], sentences: inKv.sentences };
}

async function findInDatabases(
  sought: Sought,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<Candidate[]> {
  const perClient = Math.max(1, Math.floor(mostRows / Math.max(1, scope.clients.length)));
  const read = await Promise.all(
    scopedDatabases(scope, dependencies).map(({ database, clientIds }) =>
      runBatch(dependencies.leadDatabase(database), [
        openMessageLetters(scope, scope.isInstallation ? [...clientIds, null] : clientIds, perClient),
        newestBlocked(scope, clientIds, { since: 0, after: newestPlace, perClient }),
        newestQuarantined(scope, clientIds, { since: 0, after: newestPlace, perClient }),
      ]),
    ),
  );
  const letters = read.flatMap(([found]) => found);
  const apart = read.flatMap(([, blocked, quarantined]) => [...blocked, ...quarantined]);
  return [
    ...letters.flatMap(({ payload_json, client_id }) => {
      const message = parseSubmissionText(payload_json ?? "");
      return message !== undefined && isFrom(sought, message) ? [candidateOf(message, client_id)] : [];
    }),
    ...apart
      .filter((row) => hasContactOf(sought, row))
      .map((row): Candidate => ({
        kind: "submission",
        at: row.submitted_at,
        submissionId: row.public_id,
        clientId: row.client_id,
        person: row,
      })),
  ];
}

const candidateOf = (message: SubmissionMessage, clientId: string | null): Candidate => ({
  kind: "submission",
  at: message.received_at,
  submissionId: message.submission_id,
  clientId,
  person: senderOf(message),
});

async function findInKv(
  sought: Sought,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<{ candidates: Candidate[]; sentences: string[] }> {
  const part = { limit: mostKept };
  const [spilled, parked] = await Promise.all([
    readKeptPage(dependencies.kv, kvPrefixes.spill, part),
    readKeptPage(dependencies.kv, kvPrefixes.deadLetter, part),
  ]);
  const messages = [
    ...spilled.records.map(({ text }) => parseSubmissionText(text)),
    ...parked.records.map(({ key, text }) =>
      parseSubmissionText(readKeptLetter(key, text)?.letter.payload_json ?? ""),
    ),
  ].filter((message) => message !== undefined);
  const theirs = messages
    .filter((message) => isFrom(sought, message))
    .map((message) => ({
      message,
      client_id: message.form?.client_id ?? null,
      form_key: message.form_key,
    }));
  const ownerOf = await ownersOf(theirs, scope, dependencies);
  const isMore = spilled.cursor !== null || parked.cursor !== null;
  return {
    candidates: theirs.flatMap((one) => {
      const owner = ownerOf(one);
      return owner === undefined ? [] : [candidateOf(one.message, owner)];
    }),
    sentences: isMore
      ? [
          `KV keeps more than the ${mostKept} submissions of each kind that were looked through: ask again by the submission's id.`,
        ]
      : [],
  };
}
