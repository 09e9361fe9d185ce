import { identityKey } from "../identity/identity.ts";
import type { Submission } from "../identity/submission.ts";
import type { DirectFacts } from "./direct-facts.ts";
import { judgeDirect, type JudgedDirect } from "./judge-direct.ts";

interface JudgedApart extends JudgedDirect {
  /** What could not be judged, by submission id: it waits for D1. */
  failed: ReadonlyMap<string, unknown>;
}

/** `judgeDirect`, in which one that cannot be judged keeps no other from it: then each is judged alone, behind those before it. */
export function judgeApart(submissions: readonly Submission[], facts: DirectFacts): JudgedApart {
  try {
    return { ...judgeDirect(submissions, facts), failed: new Map() };
  } catch (error) {
    if (submissions.length < 2)
      return {
        verdicts: new Map(),
        remembered: [],
        failed: new Map(submissions.map(({ submission_id }) => [submission_id, error])),
      };
  }
  const holders = new Map(facts.holders);
  const all = submissions.toSorted(byTurn).map((submission) => {
    const one = judgeApart([submission], { ...facts, holders });
    for (const { identities, person } of one.remembered)
      for (const identity of identities) holders.set(identityKey(identity), person);
    return one;
  });
  const remembered = all.flatMap((one) => one.remembered);
  return {
    verdicts: new Map(all.flatMap(({ verdicts }) => [...verdicts])),
    remembered: [...new Map(remembered.map((one) => [one.person.submission_id, one])).values()],
    failed: new Map(all.flatMap(({ failed }) => [...failed])),
  };
}

const byTurn = (a: Submission, b: Submission) =>
  Number(isUntried(a)) - Number(isUntried(b)) ||
  a.received_at - b.received_at ||
  (a.submission_id < b.submission_id ? -1 : 1);

const isUntried = ({ direct }: Submission) => Object.keys(direct).length === 0;
