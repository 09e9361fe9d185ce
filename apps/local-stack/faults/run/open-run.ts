import { setTimeout as wait } from "node:timers/promises";
import type { Person } from "../../harness/person.ts";
import type { TestStack } from "../../harness/start-stack.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { readStored } from "../evidence/gather-evidence.ts";
import { people } from "../chance/people.ts";
import { postTo } from "../intake/post-lead.ts";
import type { IndependentReceiver } from "../receiver/independent-receiver.ts";
import type { Random } from "../chance/random.ts";
import type { Run } from "./run.ts";

const callers = 20;
/** No lease lasts this long. */
const longerThanAnyLeaseMs = 11 * 60_000;
const patienceMs = 60_000;

interface Opened {
  run: Run;
  /** All that both ends know now. */
  evidence(): Evidence;
  /** What the play itself found. */
  problems: readonly string[];
  close(): void;
}

export function openRun(
  stack: TestStack,
  receiver: IndependentReceiver,
  random: Random,
  { leads, short }: { leads: number; short: boolean },
): Opened {
  const acknowledged: { id: string; email: string }[] = [];
  const refused: string[] = [];
  const problems: string[] = [];
  const nextPerson = people(random);
  const intake = postTo(stack.producerUrl);
  let clockMs = 0;

  async function post(person: Person = nextPerson()): Promise<string | null> {
    const told = await intake.post(person).catch(() => null);
    // The stack is gone: nobody knows what became of it, and nobody was promised anything.
    if (told === null) return wait(5, null);
    if (told.id === null) refused.push(person.email);
    else acknowledged.push({ id: told.id, email: person.email });
    return told.id;
  }
  const atOnce = (count: number, work: () => Promise<void>) =>
    Promise.all(Array.from({ length: count }, work));

  const run: Run = {
    stack,
    receiver,
    random,
    leads,
    short,
    rules: { crashes: 0, ends: [] },
    get acknowledged() {
      return acknowledged.map(({ id }) => id);
    },
    person: nextPerson,
    post,
    async postMany(count, lanes = callers) {
      const ids: string[] = [];
      let left = count;
      await atOnce(lanes, async () => {
        while (left > 0) {
          left -= 1;
          const id = await post();
          if (id !== null) ids.push(id);
        }
      });
      return ids;
    },
    async postWhile(go) {
      await atOnce(callers, async () => {
        while (go()) await post();
      });
    },
    taken: () => receiver.sends.filter(({ status }) => status !== null && status >= 200 && status < 300),
    stored: () => readStored(stack.stateDir),
    async until(what, holds, patience = patienceMs) {
      for (const deadline = Date.now() + patience; Date.now() < deadline; await wait(100))
        if (await holds()) return;
      problems.push(`not within ${patience / 1_000} s: ${what}`);
    },
    expect(what, holds) {
      if (!holds) problems.push(`not so: ${what}`);
    },
    async kill() {
      run.rules.crashes += 1;
      await stack.kill9();
    },
    async startAgain(settings = {}, laterMs = longerThanAnyLeaseMs) {
      clockMs += laterMs;
      await stack.restart({ TEST_CLOCK_OFFSET_MS: String(clockMs), ...settings });
    },
  };
  return {
    run,
    problems,
    close: () => intake.close(),
    evidence() {
      const known = new Set(acknowledged.map(({ email }) => email));
      return {
        acknowledged: acknowledged.map(({ id }) => id),
        refused: refused.filter((email) => !known.has(email)),
        sends: receiver.sends,
        ...readStored(stack.stateDir),
      };
    },
  };
}
