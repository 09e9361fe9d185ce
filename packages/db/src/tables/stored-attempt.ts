import type { AttemptOutcome } from "@leadrelay/contracts/delivery-status";
import type { AttemptRow } from "@leadrelay/core/decide/commit-plan";

/** Outcomes that the CHECK of `outcome` does not know: they stand beside the nearest that it does. */
export const narrowOutcomes = ["hold", "duplicate_at_receiver"] as const satisfies readonly AttemptOutcome[];

type StoredOutcome = Exclude<AttemptOutcome, (typeof narrowOutcomes)[number]>;

/** A try as its row keeps it. */
export type StoredAttempt<Made extends { outcome: AttemptOutcome }> = Omit<Made, "outcome"> & {
  outcome: StoredOutcome;
  /** What it was more closely; null: just that. */
  told_outcome: AttemptOutcome | null;
};

/** Of the outcomes that came later the one that says as much as the table's CHECK allows: that table is too big to be made anew. */
export function storedAttempt<Made extends { outcome: AttemptOutcome }>({
  outcome,
  ...row
}: Made): StoredAttempt<Made> {
  switch (outcome) {
    case "hold":
      return { ...row, outcome: "retry", told_outcome: outcome };
    case "duplicate_at_receiver":
      return { ...row, outcome: "refused", told_outcome: outcome };
    case "delivered":
    case "retry":
    case "refused":
    case "gone":
    case "lost":
      return { ...row, outcome, told_outcome: null };
  }
}

type Row = Omit<StoredAttempt<AttemptRow>, "duration_ms"> & { duration_ms: number | null };

/** A row of the table, as it came to be. */
export type ShownAttempt = Omit<Row, "told_outcome" | "outcome"> & { outcome: AttemptOutcome };

export const readAttempt = ({ told_outcome, ...row }: Row): ShownAttempt => ({
  ...row,
  outcome: told_outcome ?? row.outcome,
});
