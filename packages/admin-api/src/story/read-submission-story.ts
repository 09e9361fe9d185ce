import { tellSubmission, type Story } from "@leadrelay/core/story/tell-submission";
import { parseSubmissionText } from "@leadrelay/contracts/parse-submission-message";
import type { SubmissionFacts } from "@leadrelay/core/story/submission-facts";
import { lettersByIds } from "@leadrelay/db/dead-letters/letters-by-ids";
import { messagesOfLetters } from "@leadrelay/db/dead-letters/messages-of-letters";
import type { Contact } from "@leadrelay/core/masking/mask-contact";
import { findQuarantined } from "@leadrelay/db/quarantine/find-quarantined";
import { runBatch } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { findBlocked } from "@leadrelay/db/submissions/blocked-submissions";
import { findSubmission, type StoredSubmission } from "@leadrelay/db/submissions/find-submission";
import { clientInScope } from "../access/client-in-scope.ts";
import { readActorNames } from "../access/read-actor-names.ts";
import { senderOf } from "../dead-letters/sender-of.ts";
import { readDestinations } from "../deliveries/read-destinations.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { findKept, type Kept } from "../kept-in-kv/find-kept.ts";
import { sentOf } from "../kept-in-kv/parse-summary.ts";
import { scopedDatabases } from "../lead-databases/scoped-databases.ts";
import { messageLetterIds } from "./message-letter-ids.ts";
import { readChapters, type Chapters } from "./read-chapters.ts";
import { showLetters } from "./show-letters.ts";

/** The story of a submission, and whose it is. */
export interface ToldSubmission extends Story {
  /** null: nobody's; only the installation's owners are told of it. */
  client_id: string | null;
  lead_id: string | null;
  /** Whom it is from, as it was stored or kept. */
  person: Contact | null;
  /** What could not be looked through. */
  sentences: string[];
}

/** Looks for a submission everywhere it can be and tells its story; one that is nowhere has no steps. */
export async function readSubmissionStory(
  id: string,
  /** Of its deliveries, the one that matters. */
  deliveryId: string | null,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<ToldSubmission> {
  const letterIds = messageLetterIds(id);
  const [read, kept] = await Promise.all([
    Promise.all(
      scopedDatabases(scope, dependencies).map(({ database, clientIds }) =>
        runBatch(dependencies.leadDatabase(database), [
          findSubmission(scope, clientIds, id),
          findBlocked(scope, clientIds, id),
          lettersByIds(scope, letterIds),
          findQuarantined(scope, clientIds, id),
          messagesOfLetters(scope, letterIds),
        ]),
      ),
    ),
    findKept(id, letterIds, scope, dependencies),
  ]);
  const [stored] = read.flatMap(([submissions]) => submissions);
  const [blocked] = read.flatMap(([, found]) => found);
  const letters = read.flatMap(([, , found]) => found);
  const [quarantined] = read.flatMap(([, , , found]) => found);
  const client_id =
    stored?.client_id ??
    blocked?.client_id ??
    quarantined?.client_id ??
    letters[0]?.client_id ??
    kept.owner ??
    null;
  const chapters = stored === undefined ? undefined : await readOne(stored, deliveryId, scope, dependencies);
  const facts: SubmissionFacts = {
    submission_id: id,
    stored: chapters?.chapters[0] ?? null,
    blocked: blocked === undefined ? null : await withReleaser(blocked, scope, dependencies),
    quarantined: quarantined === undefined ? null : await withReleaser(quarantined, scope, dependencies),
    letters: chapters?.letters ?? (await showLetters(letters, scope, dependencies)),
    ...keptFacts(kept),
  };
  const sentTo = facts.waiting?.sent.map(({ destination_id }) => destination_id) ?? [];
  const lookup = chapters?.lookup ?? (await readDestinations(sentTo, scope, dependencies));
  const story = tellSubmission(facts, { lookup, nowMs: dependencies.now() });
  return {
    ...story,
    client_id,
    lead_id: stored?.lead_public_id ?? null,
    person:
      stored ??
      blocked ??
      quarantined ??
      senderOf(read.flatMap(([, , , , messages]) => messages)[0]?.message) ??
      senderOf(kept.spilled?.message ?? parseSubmissionText(kept.parked[0]?.letter.payload_json ?? "")),
    sentences: kept.isPart
      ? ["More dead letters wait in KV than could be looked through: ask again when the database is back."]
      : [],
  };
}

/** Whoever let it through by name. */
async function withReleaser<Row extends { released_by: string | null }>(
  row: Row,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<Row> {
  const nameOf = await readActorNames([row.released_by], scope, dependencies);
  return { ...row, released_by: row.released_by === null ? null : nameOf(row.released_by) };
}

async function readOne(
  stored: StoredSubmission,
  deliveryId: string | null,
  scope: OperatorScope,
  dependencies: AdminDependencies,
): Promise<Chapters> {
  const client = clientInScope(scope, stored.client_id);
  const read = await readChapters([stored], client, scope, dependencies);
  const [chapter] = read.chapters;
  const delivery = chapter?.deliveries.find(({ public_id }) => public_id === deliveryId);
  if (chapter === undefined || delivery === undefined) return read;
  const attempts = chapter.attempts.filter(
    (one) => one.event_id === delivery.event_id && one.destination_id === delivery.destination_id,
  );
  const isItsOwn = ({ event_id, destination_id }: Chapters["letters"][number]) =>
    event_id === null || (event_id === delivery.event_id && destination_id === delivery.destination_id);
  return {
    ...read,
    chapters: [{ ...chapter, deliveries: [delivery], attempts }],
    letters: read.letters.filter(isItsOwn),
  };
}

const keptFacts = ({ spilled, waiting, parked, payloadKept }: Kept) => ({
  spilled: spilled === null ? null : { received_at: spilled.message.received_at, refusals: spilled.refusals },
  waiting: waiting === null ? null : { ...waiting, sent: sentOf(waiting) },
  parked,
  payloadKept,
});
