import * as z from "zod/mini";

/**
 * One thing that goes wrong with a binding.
 * `fail`: throws before anything happens · `lie`: does it, then throws · `hang`: never answers · `slow`: answers late.
 */
export const faultSchema = z.object({
  binding: z.string(),
  mode: z.enum(["fail", "lie", "hang", "slow"]),
  /** How late `slow` answers; `hang` gives up after it. */
  delayMs: z.optional(z.number()),
  /** Only operations whose method name or SQL holds this text. */
  matching: z.optional(z.string()),
  /** How often it strikes; without it, until cleared. */
  times: z.optional(z.int()),
});
export type Fault = z.infer<typeof faultSchema>;

/** `queue.send` has been seen to hang this long: longer than any patience of the code under test. */
const patienceMs = { slow: 1_000, hang: 57_000 };

let active: Fault[] = [];

export function setFaults(faults: readonly Fault[]): void {
  active = faults.map((fault) => ({ ...fault }));
}

export const listFaults = (): readonly Fault[] => active;

/** Runs an operation on a binding, or what the first fault that fits makes of it. */
export async function withFaults<Result>(
  binding: string,
  operation: string,
  message: string,
  act: () => Promise<Result>,
): Promise<Result> {
  const fault = strike(binding, operation);
  if (fault?.mode === "slow" || fault?.mode === "hang")
    await scheduler.wait(fault.delayMs ?? patienceMs[fault.mode]);
  const result = fault?.mode === "fail" || fault?.mode === "hang" ? undefined : await act();
  if (fault !== undefined && fault.mode !== "slow") throw new Error(message);
  return result as Result;
}

function strike(binding: string, operation: string): Fault | undefined {
  const fault = active.find(
    (each) => each.binding === binding && (each.matching === undefined || operation.includes(each.matching)),
  );
  if (fault?.times === undefined) return fault;
  fault.times -= 1;
  if (fault.times <= 0) active = active.filter((each) => each !== fault);
  return fault;
}
