import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchRestarts } from "./watch-restarts.ts";

const everyMs = 2_000;
beforeEach(() => void vi.useFakeTimers({ now: 1_000 }));
afterEach(() => void vi.useRealTimers());

type Watched = Parameters<typeof watchRestarts>[0];
type Worker = Awaited<ReturnType<Watched["getWorker"]>>;

/** A stack whose workerd can end: whatever was got from it before refuses from then on, as Miniflare's stubs do. */
function mortal() {
  let life = 0;
  let isBack = true;
  const asked: number[] = [];
  const stub = (born: number) =>
    new Proxy<object>(
      { fetch: () => {} },
      {
        has: (target, key) => {
          if (born !== life) throw new Error("Attempted to use poisoned stub");
          return Reflect.has(target, key);
        },
      },
    ) as Worker;
  const miniflare: Watched = {
    getWorker: async () => {
      asked.push(Date.now());
      if (!isBack) throw new Error("workerd does not answer yet");
      return stub(life);
    },
  };
  return {
    miniflare,
    asked,
    dies: () => {
      life += 1;
      isBack = false;
    },
    comesBack: () => (isBack = true),
  };
}

async function watched(stack: ReturnType<typeof mortal>, onRestart?: (at: number) => Promise<void>) {
  const restarts: number[] = [];
  const note = async (at: number) => void restarts.push(at);
  const watching = await watchRestarts(stack.miniflare, onRestart ?? note);
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { restarts, watching, pass };
}

describe("a workerd that ends by itself", () => {
  it("is no concern of anybody's while it lives", async () => {
    const stack = mortal();
    const { restarts, pass } = await watched(stack);
    await pass(10 * everyMs);
    expect([restarts, stack.asked.length]).toEqual([[], 1]);
  });

  it("and is back at once is told once, with when that was noticed", async () => {
    const stack = mortal();
    const { restarts, pass } = await watched(stack);
    stack.dies();
    stack.comesBack();
    await pass(everyMs);
    expect(restarts).toEqual([1_000 + everyMs]);
    await pass(5 * everyMs);
    expect(restarts).toHaveLength(1);
  });

  it("and is away for a while is told when it answers, with when it was missed first", async () => {
    const stack = mortal();
    vi.spyOn(console, "error").mockReturnValue();
    const { restarts, pass } = await watched(stack);
    stack.dies();
    await pass(4 * everyMs);
    expect(restarts).toEqual([]);
    stack.comesBack();
    await pass(everyMs);
    expect(restarts).toEqual([1_000 + everyMs]);
  });

  it("twice is told twice", async () => {
    const stack = mortal();
    const { restarts, pass } = await watched(stack);
    for (const _ of [1, 2]) {
      stack.dies();
      stack.comesBack();
      await pass(3 * everyMs);
    }
    expect(restarts).toEqual([1_000 + everyMs, 1_000 + 4 * everyMs]);
  });

  it("is looked after one at a time, and what could not be done keeps no later one from being noticed", async () => {
    const stack = mortal();
    const said = vi.spyOn(console, "error").mockReturnValue();
    const begun: number[] = [];
    let fail: (error: Error) => void = () => {};
    const { pass } = await watched(stack, (at) => {
      begun.push(at);
      return new Promise((_done, failed) => (fail = failed));
    });
    stack.dies();
    stack.comesBack();
    await pass(everyMs);
    stack.dies();
    stack.comesBack();
    await pass(3 * everyMs);
    expect(begun).toHaveLength(1);
    fail(new Error("the sweep failed"));
    await pass(everyMs);
    expect(begun).toEqual([1_000 + everyMs, 1_000 + 5 * everyMs]);
    expect(said.mock.calls.flat().join(" ")).toContain("could not be done");
  });

  it("is not looked for any more once that is stopped", async () => {
    const stack = mortal();
    const { restarts, watching, pass } = await watched(stack);
    watching.stop();
    stack.dies();
    stack.comesBack();
    await pass(5 * everyMs);
    expect(restarts).toEqual([]);
  });
});
