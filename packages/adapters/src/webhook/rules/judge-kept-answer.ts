import { classifyByRules, hasWords } from "./classify-by-rules.ts";
import { readsAnswers, type RuleSettings } from "./rule-fields.ts";

/** An answer as it is kept: without secrets, and of a long one the beginning. */
export interface KeptAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
  is_cut: boolean;
}

/** What an answer counts as by rules. */
interface JudgedAnswer {
  /** null: that may stand in the part of it that is not kept. */
  outcome: "delivered" | "duplicate_at_receiver" | "retry" | "refused" | "gone" | null;
  /** Of one that was not taken, as its delivery would show it. */
  reason: string | null;
  /** The receiver's own id of the lead. */
  reference: string | null;
}

/** What rules make of an answer that once came. Of one that is not kept whole no word is judged, for another may follow that counts before it. */
export function judgeKeptAnswer(answer: KeptAnswer, rules: RuleSettings): JudgedAnswer {
  const { status, headers, body, is_cut } = answer;
  if (is_cut && hasWords(answer) && readsAnswers(rules))
    return { outcome: null, reason: null, reference: null };
  const judged = classifyByRules({ status, headers: new Headers(headers), body, receivedAt: 0 }, rules);
  return {
    outcome: judged.outcome,
    reason: "error" in judged ? judged.error : null,
    reference: ("receiverId" in judged ? judged.receiverId : undefined) ?? null,
  };
}
