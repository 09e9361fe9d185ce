import { identityKey } from "@leadrelay/core/identity/identity";
import type { KnownLead } from "@leadrelay/core/decide/facts";
import type { MovingFacts } from "@leadrelay/core/decide/has-moved";
import type { Tallies } from "@leadrelay/core/tallies/tally";
import type { Submission } from "@leadrelay/core/identity/submission";
import { knownSubmissions, leadsOfSubmissions, type Known } from "@leadrelay/db/intake/find-known";
import { reservedFor } from "@leadrelay/db/intake/id-stock";
import { reserveIds, type IdRange } from "@leadrelay/db/intake/reserve-ids";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { currentTallies } from "@leadrelay/db/tallies/current-tallies";
import type { Intake } from "./intake.ts";

/** What others' commits can change, as it was read. */
export interface KnownFacts extends MovingFacts {
  /** The row of each submission that is stored, null where it is blocked or in quarantine. */
  rows: ReadonlyMap<string, number | null>;
  tallies: Tallies;
}

type Answers = readonly [Known, KnownLead[], Tallies, ...(IdRange | undefined)[]];
type Reading = readonly [
  Statement<Known>,
  Statement<KnownLead[]>,
  Statement<Tallies>,
  ...Statement<IdRange | undefined>[],
];

/** The statements that read it; and that reserve ids, where the batch has none and the stock has too few. */
export function readingKnown(submissions: readonly Submission[], intake: Intake): Reading {
  const probes = submissions.map(({ contact, quarantine, ...submission }) => ({
    ...submission,
    isReleased: quarantine?.kind === "released",
    isUnblocked: submission.block_lifted,
    identities: contact.identities,
  }));
  // What goes into quarantine has no number.
  const { length } = submissions.filter(({ quarantine }) => quarantine?.kind !== "kept");
  const clientIds = [...new Set(submissions.map(({ client_id }) => client_id))];
  intake.ids ??= intake.dependencies.idStock(intake.database).take(length) ?? null;
  return [
    knownSubmissions(pipelineScope, [...probes, ...submissions.flatMap(repeatedBy)]),
    leadsOfSubmissions(pipelineScope, probes),
    currentTallies(pipelineScope, clientIds, intake.dependencies.now()),
    ...(intake.ids === null ? [reserveIds(pipelineScope, probes, reservedFor(length))] : []),
  ];
}

/** A repeat that waited through an outage is stored once the one it repeats is. */
const repeatedBy = ({ repeats, client_id, project_key }: Submission) =>
  typeof repeats !== "string"
    ? []
    : [
        {
          client_id,
          submission_id: repeats,
          project_key,
          isReleased: false,
          isUnblocked: false,
          identities: {},
        },
      ];

/** What those statements answered for so many submissions. */
export function knownFacts(
  [known, leads, tallies, reserved]: Answers,
  count: number,
  intake: Intake,
): KnownFacts {
  if (reserved !== undefined)
    intake.ids = intake.dependencies.idStock(intake.database).takeFrom(reserved, count);
  return {
    rows: known.stored,
    stored: new Set(known.stored.keys()),
    identities: new Map(known.held.map((row) => [identityKey(row), row.lead_id])),
    leads: new Map(leads.map((row) => [row.id, row])),
    tallies,
  };
}
