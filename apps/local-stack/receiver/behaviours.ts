import * as z from "zod/mini";

/** One scripted answer of the hook. Without any field it is Make's own: 200 "Accepted"; an error without a body says its own reason. */
const behaviourSchema = z.strictObject({
  status: z.optional(z.int().check(z.minimum(200), z.maximum(599))),
  /** A string as it is, anything else as JSON. */
  body: z.optional(z.unknown()),
  headers: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  delayMs: z.optional(z.number().check(z.minimum(0), z.maximum(600_000))),
  /** Never answers; the caller has to give up. */
  hang: z.optional(z.boolean()),
  /** How many requests are answered so; 1 without it. */
  times: z.optional(z.int().check(z.minimum(1))),
});
type Behaviour = z.output<typeof behaviourSchema>;

export interface Behaviours {
  /** Replaces the script; says what is wrong with one that cannot be followed. */
  script(json: string): { ok: true; scripted: number } | { ok: false; problem: string };
  /** What to do with the request at hand. */
  next(): Behaviour;
  clear(): void;
}

/** The hook's next answers, in order; each is given `times` times, then it is 200 "Accepted" again. */
export function createBehaviours(): Behaviours {
  let queue: Behaviour[] = [];
  return {
    script(json) {
      const given = parseJson(json);
      if (given === undefined) return { ok: false, problem: "The body is not JSON" };
      const parsed = z.safeParse(z.array(behaviourSchema), given);
      if (!parsed.success) return { ok: false, problem: z.prettifyError(parsed.error) };
      queue = parsed.data;
      return { ok: true, scripted: queue.length };
    },
    next() {
      const [first] = queue;
      if (first === undefined) return {};
      const timesLeft = (first.times ?? 1) - 1;
      if (timesLeft === 0) queue.shift();
      else queue[0] = { ...first, times: timesLeft };
      return first;
    },
    clear() {
      queue = [];
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
