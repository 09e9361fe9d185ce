import type { AnswerShape } from "./answer-shape.ts";
import { answerShape } from "./answer-shape.ts";
import { proposeRule } from "./propose-rule.ts";
import { saysRefusal } from "./says-refusal.ts";

/** Of a destination's answers one shape, and how often it was seen; about. */
export interface KnownShape {
  fingerprint: string;
  count: number;
  /** One of them. */
  sample: string;
}

/** A 2xx that may be none. */
export interface Suspect {
  usual: string | null;
  /** Flags of `destination change` by which it would be judged; null: none is plain. */
  rule: string | null;
}

/** So many answers of one shape are the usual ones. */
const usualCount = 3;
/** A receiver that answers in more shapes has no usual one: only its words count. */
const mostShapes = 12;

/**
 * Whether an answer of a shape that a destination never gave is one to look at: it says that the lead was not taken, or it differs from what is usual
 * there. null: no.
 * @param others the shapes that were seen there before
 */
export function judgeShape(
  { said }: Pick<AnswerShape, "said">,
  others: readonly KnownShape[],
): Suspect | null {
  const usual = others.reduce<KnownShape | null>(
    (most, one) => (most === null || one.count > most.count ? one : most),
    null,
  );
  const refusal = saysRefusal(said);
  const isRefusing = refusal !== undefined;
  const isUnusual = usual !== null && usual.count >= usualCount && others.length < mostShapes;
  if (!isRefusing && !isUnusual) return null;
  const usually = usual === null ? [] : answerShape(usual.sample).said;
  return { usual: usual?.sample ?? null, rule: proposeRule(said, usually, refusal) };
}
