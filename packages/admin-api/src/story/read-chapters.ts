import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { eventIdsOf } from "@leadrelay/core/decide/event-ids-of";
import { parseTrace } from "@leadrelay/core/decide/parse-trace";
import { deliveryLetterId } from "@leadrelay/core/ids/derived-id";
import { readPayload } from "@leadrelay/core/payload/read-payload";
import type { Chapter, DestinationLookup, StoryLetter } from "@leadrelay/core/story/story";
import { lettersByIds } from "@leadrelay/db/dead-letters/letters-by-ids";
import { attemptsOfEvents } from "@leadrelay/db/deliveries/attempts-of-events";
import { deliveriesOfEvents } from "@leadrelay/db/deliveries/deliveries-of-events";
import { findEvents, type EventKey } from "@leadrelay/db/events/find-events";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope, ScopedClient } from "@leadrelay/db/scope";
import type { ListedSubmission } from "@leadrelay/db/submissions/newest-submissions";
import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import { readActorNames } from "../access/read-actor-names.ts";
import { readDestinations } from "../deliveries/read-destinations.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { readTrace } from "../submissions/to-submission.ts";
import { messageLetterIds } from "./message-letter-ids.ts";
import { showLetters } from "./show-letters.ts";

/** A lead is one person: more deliveries, or attempts, than this are a machine's doing. The story says where the rest is. */
const mostTold = 500;

/** A chapter with its rows whole. */
interface ReadChapter extends Chapter {
  deliveries: readonly DeliveriesTable[];
  /** By event id. */
  payloads: Readonly<Record<string, LeadPayload>>;
}

/** What came of submissions. */
export interface Chapters {
  chapters: ReadChapter[];
  letters: StoryLetter[];
  lookup: DestinationLookup;
  /** There are more deliveries than those of the chapters. */
  moreDeliveries: boolean;
}

/** Reads what came of these submissions of one client: events, deliveries, attempts, dead letters, and how destinations are called. */
export async function readChapters(
  submissions: readonly ListedSubmission[],
  client: ScopedClient,
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "control" | "leadDatabase">,
): Promise<Chapters> {
  const database = dependencies.leadDatabase(client.database);
  const keys = submissions.flatMap((submission) =>
    eventIdsOf(submission).map((event_id) => ({ ...submission, event_id })),
  );
  const [events, deliveries, attempts] = await runBatch(database, [
    findEvents(scope, keys),
    deliveriesOfEvents(scope, keys, mostTold + 1),
    attemptsOfEvents(scope, keys, mostTold + 1),
  ]);
  const untold = new Set([
    ...eventsFrom(keys, deliveries[mostTold]),
    ...eventsFrom(keys, attempts[mostTold]),
  ]);
  const releasers = submissions.map(({ released_by }) => released_by);
  const nameOf = await readActorNames(releasers, scope, dependencies);
  const chapters = submissions.map((submission) => {
    const ids = new Set(eventIdsOf(submission));
    const own = events.filter(({ id }) => ids.has(id));
    return {
      submission: {
        ...submission,
        decision_json: shownDecision(submission, client.masked),
        released_by: submission.released_by === null ? null : nameOf(submission.released_by),
      },
      events: own,
      payloads: Object.fromEntries(own.map((event) => [event.id, readPayload(event)])),
      deliveries: deliveries.slice(0, mostTold).filter(({ event_id }) => ids.has(event_id)),
      attempts: attempts.slice(0, mostTold).filter(({ event_id }) => ids.has(event_id)),
      isPart: own.some(({ id }) => untold.has(id)),
    };
  });
  const [letters, lookup] = await Promise.all([
    runOne(database, lettersByIds(scope, [...new Set(chapters.flatMap(letterIdsOf))])),
    readDestinations(chapters.flatMap(destinationIdsOf), scope, dependencies),
  ]);
  return {
    chapters,
    letters: await showLetters(letters, scope, dependencies),
    lookup,
    moreDeliveries: deliveries.length > mostTold,
  };
}

/** The events of which some rows, or all, were not read: from the one of the first such row on. */
function eventsFrom(keys: readonly EventKey[], row: { event_id: string } | undefined): string[] {
  const ids = keys.map(({ event_id }) => event_id);
  return row === undefined ? [] : ids.slice(ids.indexOf(row.event_id));
}

const shownDecision = (submission: ListedSubmission, masked: boolean) =>
  masked ? JSON.stringify(readTrace(submission, masked)) : submission.decision_json;

/** The letters there can be: of the submission itself, and of each attempt that may have been a delivery's last. */
const letterIdsOf = ({ submission, deliveries, attempts }: Chapter): string[] => [
  ...messageLetterIds(submission.public_id),
  ...deliveries.flatMap(({ dead_letter_id }) => dead_letter_id ?? []),
  ...attempts.flatMap(({ event_id, destination_id, number, outcome }) => {
    const tried = deliveries.find(
      (one) => one.event_id === event_id && one.destination_id === destination_id,
    );
    return tried === undefined || outcome === "delivered" ? [] : [deliveryLetterId(tried.public_id, number)];
  }),
];

const destinationIdsOf = ({ submission, deliveries }: Chapter): string[] => [
  ...deliveries.map(({ destination_id }) => destination_id),
  ...(parseTrace(submission)?.destinations.map(({ id }) => id) ?? []),
];
