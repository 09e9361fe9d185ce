const firstMs = 3_000;
const nextMs = 10_000;

/** Awaits work, and says what it is about where that takes longer than three seconds, and every ten seconds after that. */
export type Telling = <Result>(what: string, work: Promise<Result>) => Promise<Result>;

/** @param say writes a line; @param after runs something in so many ms, and returns how to leave that */
export const tellSlow =
  (say: (line: string) => void, after: (ms: number, run: () => void) => () => void = soon): Telling =>
  async (what, work) => {
    let secondsGone = firstMs / 1_000;
    const tell = () => {
      say(`Still ${what} (${secondsGone} s) …`);
      secondsGone += nextMs / 1_000;
      leave = after(nextMs, tell);
    };
    let leave = after(firstMs, tell);
    try {
      return await work;
    } finally {
      leave();
    }
  };

function soon(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
}
