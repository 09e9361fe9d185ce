import type { Pending } from "../received/pending.ts";
import type { Settlement } from "../received/settlement.ts";
import { decidePending } from "./decide-pending.ts";
import { readAgain, type GatheredFacts } from "./gather.ts";
import type { Intake } from "./intake.ts";
import { inTrouble, troubleOf, type Trouble } from "./trouble.ts";
import { tryCommit } from "./try-commit.ts";

/** One bad row among a hundred takes eight tries to find; whoever is not settled after these waits for the next invocation. */
const mostTries = 24;

/**
 * Settles submissions of which at least one breaks what is committed with it: that one alone comes back broken (or conflicted, where
 * no other consumer explains its conflict), the others committed. What cannot even be decided or written as statements is found
 * without D1; the rest by halving, each half decided by what is stored then. Never throws.
 */
export async function cornerBroken(
  pending: readonly Pending[],
  given: GatheredFacts,
  intake: Intake,
): Promise<Settlement[]> {
  const { settled, whole } = withoutMalformed(pending, given, intake);
  let read = given;
  /** One of them breaks a commit of all of them, unless nothing is known of them yet. */
  let suspects = whole;
  let isKnown = settled.length === 0;
  /** Those beside whom one was found. */
  let others: Pending[] = [];
  for (let tries = 0; tries < mostTries && suspects.length > 0; tries += 1) {
    const part = isKnown ? suspects.slice(0, Math.ceil(suspects.length / 2)) : suspects;
    const rest = suspects.slice(part.length);
    const tried = await tryCommit(part, read, intake);
    if (tried.kind === "committed") {
      settled.push(...tried.settlements);
      suspects = rest;
    } else if (!isTheirOwn(tried.trouble)) {
      return [...settled, ...inTrouble([...suspects, ...others], tried.trouble)];
    } else if (part.length > 1) {
      suspects = part;
      others.push(...rest);
      isKnown = true;
      if (tried.trouble.kind === "broken") continue;
    } else {
      settled.push(...inTrouble(part, tried.trouble));
      [suspects, others, isKnown] = [[...rest, ...others], [], false];
    }
    if (suspects.length === 0) [suspects, others, isKnown] = [others, [], false];
    try {
      if (suspects.length > 0) read = await readAgain([...suspects, ...others], read, intake);
    } catch (error) {
      return [...settled, ...inTrouble([...suspects, ...others], troubleOf(error, false))];
    }
  }
  const left = [...suspects, ...others];
  return [...settled, ...inTrouble(left, { kind: "failed", error: "too many rows beside it are broken" })];
}

const isTheirOwn = ({ kind }: Trouble) => kind === "broken" || kind === "conflicted";

/** Tells apart, without D1, what fails by itself. */
function withoutMalformed(pending: readonly Pending[], read: GatheredFacts, intake: Intake) {
  const settled: Settlement[] = [];
  const whole = pending.filter((each) => {
    try {
      decidePending([each], read, intake);
      return true;
    } catch (error) {
      settled.push(...inTrouble([each], troubleOf(error, false)));
      return false;
    }
  });
  return { settled, whole };
}
