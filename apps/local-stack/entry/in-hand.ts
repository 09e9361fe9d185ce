/** What a Worker has in hand. Once it is closed nothing more is taken into it. */
export interface InHand {
  isClosed(): boolean;
  /** Counts the work until it has ended, however. */
  hold<Result>(work: () => Result | Promise<Result>): Promise<Result>;
  /** Resolves when nothing is left in hand, or after `patienceMs`, with how much is. */
  close(patienceMs: number): Promise<number>;
}

export function createInHand(wait: (ms: number) => Promise<unknown>): InHand {
  let held = 0;
  let closed = false;
  let empty = Promise.withResolvers<void>();
  return {
    isClosed: () => closed,
    async hold(work) {
      held += 1;
      try {
        return await work();
      } finally {
        held -= 1;
        if (held === 0) {
          empty.resolve();
          empty = Promise.withResolvers<void>();
        }
      }
    },
    async close(patienceMs) {
      closed = true;
      if (held > 0) await Promise.race([empty.promise, wait(patienceMs)]);
      return held;
    },
  };
}
