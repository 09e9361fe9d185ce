import type { OperatorScope } from "@leadrelay/db/scope";
import type { SweepRun } from "@leadrelay/db/sweeps/sweep-run";
import type { AdminDependencies } from "../dependencies.ts";

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
