import { reasonOf } from "@leadrelay/contracts/reason-of";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { SweepRun } from "@leadrelay/db/sweeps/sweep-run";
import type { AdminDependencies } from "../dependencies.ts";

/** How one part of the installation is; `problem`: leads wait or get lost unless somebody does something. */
export interface Check {
  name: string;
  state: "ok" | "warning" | "problem";
  /** A sentence for whoever looks at it at night. */
  message: string;
  /** null where there is nothing to do. */
  what_to_do: string | null;
  /** Since when, ms UTC, where that is known. */
  since: number | null;
}

/** What checks are made from. */
export interface HealthContext {
  scope: OperatorScope;
  /** The installation's owners see all of it, others what is their clients'. */
  isWhole: boolean;
  dependencies: AdminDependencies;
  nowMs: number;
  /** The last one that was written down. */
  sweep: SweepRun | undefined;
}

type Find = (context: HealthContext) => Promise<Check[]>;

export const fine = (name: string, message: string): Check => ({
  name,
  state: "ok",
  message,
  what_to_do: null,
  since: null,
});

export const amiss = (
  state: "warning" | "problem",
  name: string,
  { message, todo, since = null }: { message: string; todo: string; since?: number | null },
): Check => ({ name, state, message, what_to_do: todo, since });

/** As bad as the age of what waits: fine until `warningMs`, a problem from `problemMs` on. An unknown age is a warning. */
export function badnessOf(
  ageMs: number | null,
  { warningMs, problemMs }: { warningMs: number; problemMs: number },
): Check["state"] {
  if (ageMs === null) return "warning";
  if (ageMs < warningMs) return "ok";
  return ageMs < problemMs ? "warning" : "problem";
}

const timeLimitMs = 5_000;

/** One that fails, or hangs, is a problem of its own and keeps back no other. */
export async function checkSafely(name: string, find: Find, context: HealthContext): Promise<Check[]> {
  try {
    return await withTimeLimit(timeLimitMs, find(context));
  } catch (error) {
    const reason = reasonOf(error);
    const message = context.isWhole ? `This could not be checked: ${reason}.` : "This could not be checked.";
    return [amiss("problem", name, { message, todo: "Look at the log of the consumer, and ask again." })];
  }
}
