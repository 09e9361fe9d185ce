import type { Dependencies } from "../dependencies.ts";
import { sendAfterDoubt } from "../outage/send-after-doubt.ts";
import { outageOf, type Pending } from "../received/pending.ts";
import type { Settlement } from "../received/settlement.ts";
import { commitInTurn } from "./commit-in-turn.ts";
import { commitOrCorner } from "./commit-or-corner.ts";
import { gatherFacts, type GatheredFacts } from "./gather.ts";
import { openIntake, type Intake } from "./intake.ts";
import { inTrouble, troubleOf } from "./trouble.ts";

/**
 * Gathers, decides and commits submissions of one database; every one of them comes back settled. Never throws.
 * A collision means another consumer moved first: what moved is read and decided again, one consumer after the other. What breaks the
 * batch is cornered by halving, so that one bad row never delays ninety-nine good ones.
 */
export async function commitSubmissions(
  given: readonly Pending[],
  database: string,
  dependencies: Dependencies,
): Promise<Settlement[]> {
  const settled: Settlement[] = [];
  let pending = given;
  try {
    const intake = openIntake(database, dependencies);
    pending = legible(given, intake, settled);
    if (pending.length === 0) return settled;
    const read = await gatherFacts(pending, intake);
    pending = pending.map((each) => (outageOf(each).tries === 0 ? each : { ...each, read }));
    pending = await sendAfterDoubt(pending, read.stored, dependencies);
    pending = notEarly(ofKnownForms(pending, read, settled), read, settled);
    return [...settled, ...(await commitGathered(pending, read, intake))];
  } catch (error) {
    return [...settled, ...inTrouble(pending, troubleOf(error, false))];
  }
}

async function commitGathered(pending: readonly Pending[], read: GatheredFacts, intake: Intake) {
  const { settled, conflict } = await commitOrCorner(pending, read, intake);
  if (conflict !== null) settled.push(...(await commitInTurn(conflict, read, intake)));
  await Promise.all(intake.sends);
  return settled;
}

/** Settles those that cannot be read as submissions, and returns the others. */
const legible = (pending: readonly Pending[], intake: Intake, settled: Settlement[]): Pending[] =>
  pending.filter((each) => {
    try {
      intake.submissionOf(each);
      return true;
    } catch (error) {
      settled.push(...inTrouble([each], troubleOf(error, false)));
      return false;
    }
  });

/** Settles those whose form D1 does not know, and returns the others. */
const ofKnownForms = (
  pending: readonly Pending[],
  { forms, clients }: GatheredFacts,
  settled: Settlement[],
): Pending[] =>
  pending.filter((each) => {
    const isKnown = forms.has(each.form.form_id) && clients.has(each.form.client_id);
    if (!isKnown) settled.push({ kind: "unknown_form", pending: each });
    return isKnown;
  });

/** In 30 s each: longer than a message waits that lives through an outage, so that what was sent is stored before its repeats. */
const mostEarlyTries = 15;

/**
 * Settles repeats whose first is not stored yet, and returns the others: only behind it D1 can tell them for what they are. A first that never
 * comes keeps nobody for good.
 */
const notEarly = (pending: readonly Pending[], { stored }: GatheredFacts, settled: Settlement[]): Pending[] =>
  pending.filter((each) => {
    const { repeats } = outageOf(each);
    const isEarly =
      typeof repeats === "string" && !stored.has(repeats) && each.message.attempts <= mostEarlyTries;
    if (isEarly) settled.push({ kind: "early", pending: each });
    return !isEarly;
  });
