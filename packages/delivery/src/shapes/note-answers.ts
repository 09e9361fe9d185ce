import type { Signal } from "@leadrelay/contracts/signal";
import { answerShape } from "@leadrelay/core/answer-shapes/answer-shape";
import { judgeShape } from "@leadrelay/core/answer-shapes/judge-shape";
import {
  noteShapes,
  shapesJudged,
  shapesToJudge,
  type NotedShape,
  type SeenShape,
} from "@leadrelay/db/answer-shapes/note-shapes";
import { raiseSignals } from "@leadrelay/db/signals/raise-signals";
import { pipelineScope } from "@leadrelay/db/scope";
import { mapResult, type Statement } from "@leadrelay/db/statement";
import type { SettledAttempt } from "@leadrelay/db/deliveries/settled-attempt";
import type { KnownShapes } from "./known-shapes.ts";
import type { ShapedAnswer } from "./unread-answer.ts";

/** A 2xx whose body nobody read, and its shape. */
export interface SentAnswer {
  delivery: { public_id: string };
  destination: { id: string; client_id: string; kind?: string };
  attempt: Pick<SettledAttempt, "lead_id" | "event_id">;
  answer?: ShapedAnswer;
}

/** What is asked of D1 for the shapes of a round's answers, in the batch that settles them; and what follows from it. */
export interface NotedAnswers {
  statements: Statement<unknown>[];
  /** To be done once the batch went through: none where nothing is new. */
  whatFollows(): Statement<unknown>[];
}

/** Nothing is asked for answers of shapes that this isolate knows today. */
export function noteAnswers(sent: readonly SentAnswer[], known: KnownShapes, nowMs: number): NotedAnswers {
  const day = Math.floor(nowMs / 86_400_000);
  const seen = seenShapes(sent, known, day);
  if (seen.length === 0) return { statements: [], whatFollows: () => [] };
  const ids = [
    ...new Set(seen.filter(({ is_added }) => !is_added).map(({ destination_id }) => destination_id)),
  ];
  let found: NotedShape[] = [];
  const asking = mapResult(shapesToJudge(pipelineScope, ids), (rows) => (found = rows));
  return {
    statements: [noteShapes(pipelineScope, seen, nowMs), ...(ids.length > 0 ? [asking] : [])],
    whatFollows: () => {
      for (const { destination_id, fingerprint } of seen) known.learn(destination_id, fingerprint, day);
      return judge(found, sent, nowMs);
    },
  };
}

function seenShapes(sent: readonly SentAnswer[], known: KnownShapes, day: number): SeenShape[] {
  const seen = new Map<string, SeenShape>();
  for (const { destination, answer } of sent) {
    if (answer === undefined) continue;
    const { fingerprint, sample, isPlain } = answer;
    const key = `${destination.id} ${fingerprint}`;
    const before = seen.get(key);
    if (before !== undefined) {
      before.count += 1;
      continue;
    }
    const isKnown = known.isKnown(destination.id, fingerprint, day);
    if (isKnown && !known.count(destination.id, fingerprint)) continue;
    seen.set(key, {
      destination_id: destination.id,
      fingerprint,
      client_id: destination.client_id,
      count: isKnown ? known.take(destination.id, fingerprint) : 1,
      sample,
      is_plain: isPlain,
      is_added: isKnown,
    });
  }
  return [...seen.values()];
}

function judge(
  found: readonly NotedShape[],
  sent: readonly SentAnswer[],
  nowMs: number,
): Statement<unknown>[] {
  const fresh = found.flatMap((shape) => {
    const of = sent.find(
      ({ destination, answer }) =>
        destination.id === shape.destination_id && answer?.fingerprint === shape.fingerprint,
    );
    return shape.is_judged === 1 || of?.answer === undefined ? [] : [{ shape, of, answer: of.answer }];
  });
  if (fresh.length === 0) return [];
  const signals = fresh.flatMap(({ shape, of, answer }): Signal[] => {
    const others = found.filter((one) => one.destination_id === shape.destination_id && one.is_judged === 1);
    const suspect = judgeShape(answerShape(answer.sample), others);
    return suspect === null ? [] : [signalOf(of, answer, suspect, nowMs)];
  });
  return [
    ...raiseSignals(pipelineScope, signals),
    shapesJudged(
      pipelineScope,
      fresh.map(({ shape }) => shape),
    ),
  ];
}

const signalOf = (
  { delivery, destination, attempt: { lead_id, event_id } }: SentAnswer,
  { status, fingerprint, sample }: ShapedAnswer,
  { usual, rule }: { usual: string | null; rule: string | null },
  nowMs: number,
): Signal => ({
  type: "delivery.suspect",
  client_id: destination.client_id,
  destination_id: destination.id,
  subject: fingerprint,
  count: 1,
  raised_at: nowMs,
  sample: { lead_id, event_id },
  part: {
    delivery_id: delivery.public_id,
    status_code: status,
    fingerprint,
    answer: sample,
    usual,
    // Only a webhook's answers are judged by rules.
    rule: destination.kind === "webhook" ? rule : null,
  },
});
