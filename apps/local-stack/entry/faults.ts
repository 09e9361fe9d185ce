import * as z from "zod/mini";

const shortText = z.string().check(z.maxLength(500));
/** Three minutes: longer than any patience of the code under test. */
const longestMs = 180_000;

/**
 * One thing that goes wrong with a binding.
 * `fail`: throws before anything happens · `lie`: does it, then throws · `hang`: never answers · `slow`: answers late ·
 * `late`: does it at once, and answers late · `again`: does it twice · `together`: does it twice at once.
 */
const faultSchema = z.object({
  /** A binding's name, or `HANDLER`: the Worker's own handler of a batch, whose operation is the queue's name. */
  binding: shortText,
  mode: z.enum(["fail", "lie", "hang", "slow", "late", "again", "together"]),
  /** What is thrown, such as "D1_ERROR: Exceeded maximum DB size."; without it what this binding says when the network is away. */
  error: z.optional(shortText),
  /** How late `slow` and `late` answer; `hang` gives up after it. */
  delayMs: z.optional(z.number().check(z.minimum(0), z.maximum(longestMs))),
  /** Only operations whose method name or SQL holds this text. */
  matching: z.optional(shortText),
  /** Only SQL that changes something. */
  writes: z.optional(z.boolean()),
  /** How often it strikes; without it, until cleared. */
  times: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000))),
});
export type Fault = z.infer<typeof faultSchema>;
export const faultsSchema = z.array(faultSchema).check(z.maxLength(20));

/** `queue.send` has been seen to hang this long: longer than any patience of the code under test. */
const patienceMs = { slow: 1_000, late: 57_000, hang: 57_000 };

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
  if (fault === undefined) return act();
  const { mode, error = message } = fault;
  if (mode === "slow" || mode === "hang") await scheduler.wait(fault.delayMs ?? patienceMs[mode]);
  if (mode === "fail" || mode === "hang") throw new Error(error);
  const another = mode === "together" ? act() : undefined;
  const result = await act();
  await another;
  if (mode === "again") return act();
  if (mode === "late") await scheduler.wait(fault.delayMs ?? patienceMs.late);
  if (mode === "lie") throw new Error(error);
  return result;
}

/** At the beginning of a statement of a batch, or behind its WITH. */
const changes =
  /\b(?:insert|replace)\s+(?:or\s+\w+\s+)?into\b|\bupdate\s+(?:or\s+\w+\s+)?\w+\s|\bdelete\s+from\b|\b(?:create|drop|alter)\s/i;

function strike(binding: string, operation: string): Fault | undefined {
  const fault = active.find(
    (each) =>
      each.binding === binding &&
      (each.matching === undefined || operation.includes(each.matching)) &&
      (each.writes !== true || changes.test(operation)),
  );
  if (fault?.times === undefined) return fault;
  fault.times -= 1;
  if (fault.times <= 0) active = active.filter((each) => each !== fault);
  return fault;
}
