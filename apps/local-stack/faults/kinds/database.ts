import { setTimeout as wait } from "node:timers/promises";
import type { Fault as BindingFault } from "../../entry/faults.ts";
import type { Fault } from "../run/fault.ts";
import { leadrelayOf } from "../run/leadrelay-of.ts";

type DatabaseFault = Omit<BindingFault, "binding" | "mode">;

interface Outage extends DatabaseFault {
  name: string;
  about: string;
  /** How long. The second try, which goes around D1, comes ten seconds after the first. */
  lastsMs: number;
  /** What `doctor` says of it meanwhile; absent: it is over before D1 counts as away, and leads wait. */
  says?: RegExp;
  /** How soon the leads are there all the same; 35 s without it. */
  arriveWithinMs?: number;
}

/** While D1 refuses, every lead goes out once, and `doctor` says in its own words what is wrong. */
const outage = ({ name, about, lastsMs, says, arriveWithinMs = 35_000, ...fault }: Outage): Fault => ({
  name,
  about,
  async play(run) {
    const leadrelay = says === undefined || run.short ? undefined : await leadrelayOf(run);
    const before = await run.postMany(Math.ceil(run.leads / 4));
    await run.stack.consumer.setFaults([{ binding: "DB", mode: "fail", ...fault }]);
    const over = wait(run.short ? 0 : lastsMs);
    const ids = await run.postMany(run.leads - before.length);
    if (says !== undefined) {
      const arrived = () => new Set(run.taken().map(({ submissionId }) => submissionId));
      await run.until("they arrive meanwhile", () => ids.every((id) => arrived().has(id)), arriveWithinMs);
      const said = await leadrelay?.run(["doctor"]);
      run.expect(`doctor says ${String(says)}`, said === undefined || says.test(said.out));
      run.expect("the log says so", run.stack.output().includes("lead.persistence_failed"));
    }
    await over;
    await run.stack.consumer.setFaults([]);
  },
});

/** D1 away, full, read-only, overloaded, damaged or slow; and what it does that it says it did not. */
export const databaseFaults: Fault[] = [
  outage({
    name: "10-d1-down",
    about: "D1 does not answer for 60 s",
    lastsMs: 60_000,
    says: /does not answer/,
  }),
  {
    name: "11-d1-lies",
    about: "D1 commits, claims and settles, and reports an error each time",
    async play(run) {
      await run.stack.consumer.setFaults([{ binding: "DB", mode: "lie", writes: true }]);
      const posting = run.postMany(run.leads);
      await wait(12_000);
      await posting;
      await run.stack.consumer.setFaults([]);
    },
  },
  {
    name: "12-d1-slow",
    about: "D1 takes 1.5 s for each call",
    async play(run) {
      await run.stack.consumer.setFaults([{ binding: "DB", mode: "slow", delayMs: 1_500 }]);
      await run.postMany(run.leads);
      await wait(15_000);
      await run.stack.consumer.setFaults([]);
    },
  },
  outage({
    name: "12-d1-overloaded",
    about: "D1 has too many requests queued for 90 s: it is let be for a minute at most, then counts as away",
    error: "D1_ERROR: D1 DB is overloaded. Too many requests queued.",
    lastsMs: 90_000,
    says: /more to do than it can/,
    arriveWithinMs: 110_000,
  }),
  outage({
    name: "F13-full",
    about: "D1 is full for 35 s: Exceeded maximum DB size",
    error: "D1_ERROR: Exceeded maximum DB size.",
    writes: true,
    lastsMs: 35_000,
    says: /is full/,
  }),
  outage({
    name: "F13-disk-full",
    about: "the disk below SQLite is full for 35 s",
    error: "D1_ERROR: database or disk is full: SQLITE_FULL",
    writes: true,
    lastsMs: 35_000,
    says: /is full/,
  }),
  outage({
    name: "F13-read-only",
    about: "D1 takes no change for 35 s: SQLITE_READONLY",
    error: "D1_ERROR: attempt to write a readonly database: SQLITE_READONLY",
    writes: true,
    lastsMs: 35_000,
    says: /takes no change|read-only/,
  }),
  outage({
    name: "F13-damaged",
    about: "every statement says SQLITE_CORRUPT for 35 s",
    error: "D1_ERROR: database disk image is malformed: SQLITE_CORRUPT",
    lastsMs: 35_000,
    says: /is damaged/,
  }),
  outage({
    name: "F13-busy",
    about: "D1 is locked for 20 s: SQLITE_BUSY",
    error: "D1_ERROR: database is locked: SQLITE_BUSY",
    lastsMs: 20_000,
  }),
  outage({
    name: "F13-too-many-subrequests",
    about: "each call says that the invocation made too many, for 20 s",
    error: "D1_ERROR: Too many API requests by single worker invocation.",
    lastsMs: 20_000,
  }),
  outage({
    name: "F13-disk-error",
    about: "every statement says SQLITE_IOERR for 35 s",
    error: "D1_ERROR: disk I/O error: SQLITE_IOERR",
    lastsMs: 35_000,
    says: /does not answer/,
  }),
  {
    name: "F14-writes-fail-reads-work",
    about: "writes are lost on the way, each of unknown outcome, while reads work, for 90 s",
    share: 0.5,
    async play(run) {
      await run.stack.consumer.setFaults([{ binding: "DB", mode: "fail", writes: true }]);
      const ids = await run.postMany(run.leads);
      const arrived = () => new Set(run.taken().map(({ submissionId }) => submissionId));
      await run.until("they arrive meanwhile", () => ids.every((id) => arrived().has(id)), 90_000);
      await run.stack.consumer.setFaults([]);
    },
  },
  {
    name: "F15-twice-while-d1-is-away",
    about: "everybody posts twice while D1 does not answer",
    async play(run) {
      await run.stack.consumer.setFaults([{ binding: "DB", mode: "fail" }]);
      const somebodies = Array.from({ length: Math.ceil(run.leads / 2) }, () => run.person());
      for (const person of somebodies) await run.post(person);
      await run.until("the first arrive", () => run.taken().length >= somebodies.length, 35_000);
      for (const person of somebodies) await run.post(person);
      await wait(15_000);
      await run.stack.consumer.setFaults([]);
    },
  },
  {
    name: "F18-kill-while-d1-is-away",
    about: "`kill -9` while leads are sent around a D1 that does not answer",
    async play(run) {
      run.receiver.answers(() => ({ afterMs: 100 }));
      await run.stack.consumer.setFaults([{ binding: "DB", mode: "fail" }]);
      await run.postMany(run.leads);
      await run.until("some are sent", () => run.taken().length > Math.min(run.leads, 150) / 2, 35_000);
      await run.kill();
      run.receiver.answers(() => ({}));
      await run.startAgain();
    },
  },
];
