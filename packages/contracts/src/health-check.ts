/** How a part of an installation can be, the worst last. `problem`: leads wait or get lost unless somebody does something. */
export const checkStates = ["ok", "warning", "problem"] as const;
type CheckState = (typeof checkStates)[number];

/** How one part is, as the API tells it of the installation, and the command line of what it sees itself. */
export interface HealthCheck {
  name: string;
  state: CheckState;
  /** A sentence for whoever looks at it at night. */
  message: string;
  /** null where there is nothing to do. */
  what_to_do: string | null;
  /** Since when, ms UTC, where that is known. */
  since: number | null;
}

/** A part that is well. */
export const fine = (name: string, message: string): HealthCheck => ({
  name,
  state: "ok",
  message,
  what_to_do: null,
  since: null,
});

/** A part that is not. */
export const amiss = (
  state: Exclude<CheckState, "ok">,
  name: string,
  { message, todo, since = null }: { message: string; todo: string | null; since?: number | null },
): HealthCheck => ({ name, state, message, what_to_do: todo, since });

/** How all of it is: as its worst part; well where there is none. */
export const worstOf = (checks: readonly HealthCheck[]): CheckState =>
  checkStates.findLast((state) => checks.some((check) => check.state === state)) ?? "ok";

/** For sorting: the worst first. */
export const byBadness = (a: HealthCheck, b: HealthCheck): number =>
  checkStates.indexOf(b.state) - checkStates.indexOf(a.state);
