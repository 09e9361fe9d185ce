import { expect, test } from "vitest";
import { runInvocation } from "./invocation.ts";
import { newMeter } from "./meter.ts";
import { meteredDatabase } from "./metered-database.ts";

const answer = (rows_read: number, rows_written: number) => ({ meta: { rows_read, rows_written } });

/** A D1 of which each statement reads two rows and writes one; it knows its own statements only. */
function fakeDatabase(): D1Database {
  const own = new WeakSet<object>();
  const statement = () => {
    const made = { bind: statement, run: async () => answer(2, 1), all: async () => answer(2, 1) };
    own.add(made);
    return made;
  };
  const batch = async (statements: object[]) => {
    if (!statements.every((each) => own.has(each))) throw new Error("not a statement of this database");
    return statements.map(() => answer(2, 1));
  };
  return { prepare: statement, batch, exec: async () => answer(0, 0) } as never;
}

const begun = () => ({ meter: newMeter(), sent: null, d1DelayMs: 0 });

test("a batch is one call with the rows of all its statements", async () => {
  const invocation = begun();
  const database = meteredDatabase(fakeDatabase());
  await runInvocation(invocation, async () => {
    await database.batch([database.prepare("a").bind(1), database.prepare("b")]);
    await database.prepare("c").bind(2).run();
  });
  expect(invocation.meter).toEqual({ calls: 2, statements: 3, rowsRead: 6, rowsWritten: 3 });
});

test("of two invocations at once each is counted for itself", async () => {
  const [first, second] = [begun(), begun()];
  const database = meteredDatabase(fakeDatabase());
  const ask = async (times: number) => {
    for (let asked = 0; asked < times; asked += 1) await database.prepare("a").all();
  };
  await Promise.all([runInvocation(first, () => ask(1)), runInvocation(second, () => ask(3))]);
  expect([first.meter.calls, second.meter.calls]).toEqual([1, 3]);
});

test("what cannot be counted is refused, so that no figure is too good", async () => {
  const database = meteredDatabase(fakeDatabase());
  expect(() => database.exec("DELETE FROM leads")).toThrow("Not counted");
  expect(() => database.prepare("a").first()).toThrow("Not counted");
});
