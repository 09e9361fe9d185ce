import { expect, test } from "vitest";
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

test("a batch is one call with the rows of all its statements", async () => {
  const meter = newMeter();
  const database = meteredDatabase(fakeDatabase(), meter);
  await database.batch([database.prepare("a").bind(1), database.prepare("b")]);
  await database.prepare("c").bind(2).run();
  expect(meter).toEqual({ calls: 2, rowsRead: 6, rowsWritten: 3 });
});

test("what cannot be counted is refused, so that no figure is too good", async () => {
  const database = meteredDatabase(fakeDatabase(), newMeter());
  expect(() => database.exec("DELETE FROM leads")).toThrow("Not counted");
  expect(() => database.prepare("a").first()).toThrow("Not counted");
});
