import { expect, it } from "vitest";
import { tellSlow } from "./tell-slow.ts";

/** Time that passes when it is told to: what is to run, and after how long. */
function clock() {
  const due: { ms: number; run: () => void; isLeft: boolean }[] = [];
  return {
    due,
    after: (ms: number, run: () => void) => {
      const one = { ms, run, isLeft: false };
      due.push(one);
      return () => void (one.isLeft = true);
    },
  };
}

it("what takes long is named after three seconds, and every ten seconds after that", async () => {
  const said: string[] = [];
  const { due, after } = clock();
  const { promise, resolve } = Promise.withResolvers<number>();
  const telling = tellSlow((line) => said.push(line), after)("starting workerd", promise);
  due[0]?.run();
  due[1]?.run();
  resolve(7);
  expect(await telling).toBe(7);
  expect(said).toEqual(["Still starting workerd (3 s) …", "Still starting workerd (13 s) …"]);
  expect(due.map(({ ms }) => ms)).toEqual([3_000, 10_000, 10_000]);
  expect(due.at(-1)?.isLeft).toBe(true);
});

it("what ends before is not told, also where it fails", async () => {
  const said: string[] = [];
  const { due, after } = clock();
  const tell = tellSlow((line) => said.push(line), after);
  await tell("starting", Promise.resolve());
  await expect(tell("starting", Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect([said, due.every(({ isLeft }) => isLeft)]).toEqual([[], true]);
});
