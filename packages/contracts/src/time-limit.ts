/** The work did not settle in time; whether it still happens is unknown. */
export class TimeLimitExceeded extends Error {
  constructor(limitMs: number) {
    super(`no answer within ${limitMs} ms`);
    this.name = "TimeLimitExceeded";
  }
}

/**
 * Rejects with `TimeLimitExceeded` after `limitMs`. The work goes on: whoever calls must bear it finishing later. One promise of its
 * own: each post and each call of D1 passes here, and a race beside an async function is twice the work.
 */
export function withTimeLimit<Result>(limitMs: number, work: Promise<Result>): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const timer = setTimeout(() => reject(new TimeLimitExceeded(limitMs)), limitMs);
  Promise.resolve(work).then(
    (result) => {
      clearTimeout(timer);
      return resolve(result);
    },
    (error: unknown) => {
      clearTimeout(timer);
      return reject(error);
    },
  );
  return promise;
}
