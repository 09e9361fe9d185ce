/** A clock for many at once: it stands while anybody works, and goes on to the next who waits when nobody does. */
export interface VirtualTime {
  /** Milliseconds UTC. */
  now: () => number;
  /** Resolves after so many of its ms. */
  wait: (ms: number) => Promise<void>;
  /** Does something that takes real time, and none of this. */
  meanwhile: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Lets time pass until this is over. */
  run: <Result>(all: Promise<Result>) => Promise<Result>;
}

export function virtualTime(startAt: number): VirtualTime {
  let nowMs = startAt;
  const working = { count: 0 };
  let waiting: { at: number; wake: () => void }[] = [];

  async function untilNobodyWorks() {
    do await scheduler.wait(0);
    while (working.count > 0);
  }

  return {
    now: () => nowMs,
    wait: (ms) => new Promise((wake) => void waiting.push({ at: nowMs + Math.max(0, ms), wake })),
    async meanwhile(work) {
      working.count += 1;
      try {
        return await work();
      } finally {
        working.count -= 1;
      }
    },
    async run(all) {
      const isOver = { yet: false };
      const over = () => void (isOver.yet = true);
      all.then(over, over);
      for (;;) {
        await untilNobodyWorks();
        if (isOver.yet) return all;
        if (waiting.length === 0) continue;
        nowMs = Math.min(...waiting.map(({ at }) => at));
        const due = waiting.filter(({ at }) => at === nowMs);
        waiting = waiting.filter(({ at }) => at > nowMs);
        for (const { wake } of due) wake();
      }
    },
  };
}

/** D1 so many ms away, there and back; `calls` has the number of statements of each call. */
export function distantD1(d1: D1Database, roundTripMs: number, time: VirtualTime) {
  const calls: number[] = [];
  const batch = async (statements: D1PreparedStatement[]) => {
    calls.push(statements.length);
    await time.wait(roundTripMs / 2);
    try {
      return await time.meanwhile(() => d1.batch(statements));
    } finally {
      await time.wait(roundTripMs / 2);
    }
  };
  const distant = new Proxy(d1, {
    get: (target, key) => {
      if (key === "batch") return batch;
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { d1: distant, calls };
}
