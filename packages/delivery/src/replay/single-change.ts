import type { AgainSkipReason } from "@leadrelay/contracts/replay";
import type { Statement } from "@leadrelay/db/statement";

/**
 * Why one delivery or letter is left as it is. `dead`: give its letter up instead · `cancelled`: it is already · `settled`: the letter
 * was replayed or discarded before.
 */
export type RefusalReason = Exclude<AgainSkipReason, "changed"> | "dead" | "cancelled" | "settled";

/** What is to be done to one delivery or letter, or why not. */
export type SingleChange<Subject> =
  /**
   * `lead`: the statements, the first a guard: when it fails, something else moved first. Once they are committed, `wake` has it sent
   * at once; it never throws, and without it the sweep does.
   */
  | {
      kind: "ready";
      subject: Subject;
      lead: { database: string; statements: readonly Statement<number>[] };
      wake: () => Promise<void>;
    }
  | { kind: "refused"; subject: Subject; reason: RefusalReason }
  | { kind: "not_found" };
