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
  // Made by whoever waits, in their own request: workerd warns of a promise that is kept from one request to the next.
  let tellEmpty = () => {};
  return {
    isClosed: () => closed,
    async hold(work) {
      held += 1;
      try {
        return await work();
      } finally {
        held -= 1;
        if (held === 0) tellEmpty();
      }
    },
    async close(patienceMs) {
      closed = true;
      if (held === 0) return 0;
      const empty = new Promise<void>((resolve) => (tellEmpty = resolve));
      await Promise.race([empty, wait(patienceMs)]);
      return held;
    },
  };
}
