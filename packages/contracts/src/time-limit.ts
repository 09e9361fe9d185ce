/** The work did not settle in time; whether it still happens is unknown. */
export class TimeLimitExceeded extends Error {
  constructor(limitMs: number) {
    super(`no answer within ${limitMs} ms`);
    this.name = "TimeLimitExceeded";
  }
}

/** Rejects with `TimeLimitExceeded` after `limitMs`. The work goes on: whoever calls must bear it finishing later. */
export async function withTimeLimit<Result>(limitMs: number, work: Promise<Result>): Promise<Result> {
  const { promise: limit, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TimeLimitExceeded(limitMs)), limitMs);
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
