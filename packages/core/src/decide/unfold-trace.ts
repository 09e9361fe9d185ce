import { deliveryId, eventId } from "../ids/derived-id.ts";
import type { IdentityKind } from "../identity/identity.ts";
import type { Detail } from "./contradiction.ts";
import type { DecisionTrace, DestinationTrace, IdentityTrace, PassedOverTrace } from "./decision-trace.ts";
import { kindLetters, resultLetters, usualStatus } from "./stored-trace.ts";

type FoldedDestination = readonly [
  id: string,
  reason: DestinationTrace["reason"],
  event?: DestinationTrace["event"] | null,
  status?: DestinationTrace["status"] | null,
  delivery?: string | null,
  words?: string,
];

type FoldedPassedOver = readonly [
  kind: IdentityKind,
  leadId: number,
  leadPublicId: string,
  ...differs: Detail[],
];

/** A trace as `formatTrace` wrote it. */
export interface FoldedTrace extends Omit<
  Partial<DecisionTrace>,
  "lead" | "identities" | "passed_over" | "destinations"
> {
  lead: readonly [id: number, publicId: string, matchedBy?: IdentityKind];
  identities?: string;
  passed_over?: readonly FoldedPassedOver[];
  destinations?: readonly FoldedDestination[];
}

/** What `formatTrace` folded. Throws, or lacks a part, where it did not write this. */
export function unfoldTrace(folded: FoldedTrace, submissionId: string): Partial<DecisionTrace> {
  const { lead, identities, passed_over = [], destinations = [], event = null } = folded;
  const [id, public_id, matched_by = null] = lead;
  return {
    ...folded,
    lead: { id, public_id, matched_by },
    identities: identities?.split(",").map((text) => unfoldIdentity(text, id)) ?? [],
    passed_over: passed_over.map(unfoldPassedOver),
    new_contact: folded.new_contact ?? [],
    destinations: destinations.map((one) => unfoldDestination(one, event, submissionId)),
    suspicion: folded.suspicion ?? { score: 0, reasons: [] },
    notes: folded.notes ?? [],
  };
}

/** The word a letter stands for. */
function wordOf<Word extends string>(letters: Readonly<Record<Word, string>>, letter: string): Word {
  const found = Object.entries(letters).find(([, its]) => its === letter);
  if (found === undefined) throw new Error(`No word has the letter ${letter}`);
  return found[0] as Word;
}

function unfoldIdentity(text: string, leadId: number): IdentityTrace {
  const [another = "", lead_public_id] = text.slice(2).split("~");
  return {
    kind: wordOf(kindLetters, text.charAt(0)),
    result: wordOf(resultLetters, text.charAt(1)),
    lead_id: another === "" ? leadId : Number(another),
    ...(lead_public_id === undefined ? {} : { lead_public_id }),
  };
}

const unfoldPassedOver = ([kind, id, public_id, ...differs]: FoldedPassedOver): PassedOverTrace => ({
  kind,
  lead: { id, public_id },
  differs,
});

function unfoldDestination(
  [id, reason, ownEvent, ownStatus, ownDelivery, words]: FoldedDestination,
  traceEvent: DecisionTrace["event"],
  submissionId: string,
): DestinationTrace {
  const event = ownEvent ?? traceEvent;
  if (event === null) throw new Error(`Nothing names the event for ${id}`);
  const status = ownStatus ?? usualStatus[reason];
  const usual = status === "skipped" ? "" : deliveryId(eventId(submissionId, event), id);
  const delivery = ownDelivery ?? usual;
  return {
    id,
    event,
    status,
    reason,
    ...(delivery === "" ? {} : { delivery_public_id: delivery }),
    ...(words === undefined ? {} : { words }),
  };
}
