import type { ConfirmationRule } from "@leadrelay/contracts/after-delivery";

/** A try that was settled, as far as its confirmation goes by it. */
interface SettledTry {
  /** What the destination must do after it took a lead; absent: nothing. */
  rule: ConfirmationRule | undefined;
  /** How its kind can; absent: in no way. */
  confirmedBy: readonly ("callback" | "id")[] | undefined;
  status: "delivered" | "skipped" | "pending" | "dead";
  /** It told of something that is no submission. */
  isNotice: boolean;
  /** The receiver's own id of the lead. */
  receiverId: string | undefined;
}

/** not_asked: nobody waits · confirmed: its answer did · else for so many minutes a callback is waited for. */
export type AskedConfirmation = "not_asked" | "confirmed" | { withinMinutes: number };

/** What a destination that must confirm what it takes still owes after a try. An id is of what the receiver made, where its kind says so. */
export function confirmationOf({
  rule,
  confirmedBy = [],
  status,
  isNotice,
  receiverId = "",
}: SettledTry): AskedConfirmation {
  if (rule === undefined || isNotice || status !== "delivered" || confirmedBy.length === 0)
    return "not_asked";
  if (receiverId !== "" && confirmedBy.includes("id")) return "confirmed";
  return { withinMinutes: rule.within_minutes };
}
