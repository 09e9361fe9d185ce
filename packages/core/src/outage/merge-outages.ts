import type { DirectAttempt, Outage } from "@leadrelay/contracts/submission-message";

/** What two copies of one message know together: the longer story of each destination, and any doubt that either has. */
export function mergeOutages(one: Outage, other: Outage): Outage {
  const direct: Record<string, DirectAttempt[]> = { ...one.direct };
  for (const [destination, attempts] of Object.entries(other.direct))
    if (knowsMore(attempts, direct[destination] ?? [])) direct[destination] = attempts;
  return {
    tries: Math.max(one.tries, other.tries),
    commit_attempted_at: latest(one.commit_attempted_at, other.commit_attempted_at),
    direct,
    ...judgedOf(one, other),
  };
}

/** One that was sent is no repeat any more, whatever its copy was judged. */
function judgedOf(one: Outage, other: Outage): Pick<Outage, "event" | "submission_number" | "repeats"> {
  const sent = [one, other].find(wasTried) ?? [one, other].find(({ event }) => event !== undefined);
  if (sent !== undefined) {
    const { event, submission_number } = sent;
    return {
      ...(event === undefined ? {} : { event }),
      ...(submission_number === undefined ? {} : { submission_number }),
    };
  }
  const [first, ...more] = [one.repeats, other.repeats].filter((repeats) => repeats !== undefined);
  return first === undefined ? {} : { repeats: first ?? more[0] ?? null };
}

const wasTried = ({ direct }: Outage) => Object.keys(direct).length > 0;

const arrived = (attempts: readonly DirectAttempt[]) => attempts.at(-1)?.outcome === "delivered";

function knowsMore(attempts: readonly DirectAttempt[], than: readonly DirectAttempt[]): boolean {
  if (arrived(attempts) !== arrived(than)) return arrived(attempts);
  return attempts.length > than.length;
}

const latest = (one: number | null, other: number | null) =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);
