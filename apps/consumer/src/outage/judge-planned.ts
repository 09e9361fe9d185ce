import type { DirectConfig } from "@leadrelay/contracts/direct-config";
import { logEvent } from "@leadrelay/contracts/log-event";
import { judgeApart } from "@leadrelay/core/outage/judge-apart";
import type { DirectVerdict } from "@leadrelay/core/outage/judge-direct";
import { afterJudgedRepeat, afterJudgedSend, isJudged } from "@leadrelay/core/outage/outage-state";
import { takesDirectly } from "@leadrelay/core/outage/takes-directly";
import type { Dependencies } from "../dependencies.ts";
import { outageOf, withOutage } from "../received/pending.ts";
import type { Received } from "../received/settlement.ts";
import { directSubmission, logLeadFailed } from "./direct-submission.ts";
import type { PlannedSends } from "./planned-sends.ts";
import { findSentPersons } from "./sent-person-store.ts";

/**
 * Tells repeats of somebody who was sent already from new leads: in the same batch, by the memory in KV, and by D1 where it could still be
 * read. Each is judged once, before its first send: what was judged goes on in its message. One that cannot be judged waits for D1.
 */
export async function judgePlanned<Each extends Received>(
  planned: readonly PlannedSends<Each>[],
  configs: ReadonlyMap<string, DirectConfig>,
  dependencies: Dependencies,
): Promise<PlannedSends<Each>[]> {
  const isFresh = ({ received, sends }: PlannedSends<Each>) =>
    sends.length > 0 && !isJudged(outageOf(received));
  if (!planned.some(isFresh)) return [...planned];
  const holders = await findSentPersons(
    planned.filter(isFresh).flatMap(({ sends }) => sends.slice(0, 1)),
    dependencies,
  );
  const judged = new Map<string, ReturnType<typeof judgeApart>>();
  for (const [clientId, together] of Map.groupBy(planned, clientOf)) {
    const config = configs.get(clientId);
    if (config === undefined || !together.some(isFresh)) continue;
    const submissions = together.flatMap((each) =>
      isFresh(each) || wasTried(each) ? (directSubmission(each.received) ?? []) : [],
    );
    const stored = together.find(({ received }) => received.read !== undefined)?.received.read ?? null;
    const { now, config: policy } = dependencies;
    const ofClient = judgeApart(submissions, { config, policy, nowMs: now(), holders, stored });
    judged.set(clientId, ofClient);
    for (const [submissionId, error] of ofClient.failed) logLeadFailed(submissionId, error);
  }
  return planned.map((each) => {
    const ofClient = judged.get(clientOf(each));
    const verdict = ofClient?.verdicts.get(each.received.body.submission_id);
    const remembered = (ofClient?.remembered ?? []).filter(
      ({ by }) => by === each.received.body.submission_id,
    );
    const known = { ...each, remembered };
    if (!isFresh(each)) return known;
    return verdict === undefined ? { ...known, sends: [] } : withVerdict(known, verdict);
  });
}

const wasTried = ({ received }: PlannedSends<Received>) => Object.keys(outageOf(received).direct).length > 0;

const clientOf = ({ received }: PlannedSends<Received>) => received.body.form?.client_id ?? "";

function withVerdict<Each extends Received>(
  { received, sends, remembered }: PlannedSends<Each>,
  verdict: DirectVerdict,
): PlannedSends<Each> {
  const outage = outageOf(received);
  if (verdict.kind === "send") {
    const { event, submissionNumber } = verdict;
    return {
      received: withOutage(received, afterJudgedSend(outage, verdict)),
      sends: sends
        .filter(({ destination }) => takesDirectly(destination.event_types, event))
        .map((send) => ({ ...send, event, submissionNumber })),
      remembered,
    };
  }
  logEvent("outage.repeat_waits", {
    submission_id: received.body.submission_id,
    repeats: verdict.of ?? "stored",
  });
  return { received: withOutage(received, afterJudgedRepeat(outage, verdict.of)), sends: [], remembered };
}
