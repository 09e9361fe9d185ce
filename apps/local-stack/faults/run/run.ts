import type { Person } from "../../harness/person.ts";
import type { TestStack } from "../../harness/start-stack.ts";
import type { Evidence, Send } from "../evidence/evidence.ts";
import type { Rules } from "../evidence/judge.ts";
import type { IndependentReceiver } from "../receiver/independent-receiver.ts";
import type { Random } from "../chance/random.ts";

/** What a fault has in its hands while it is played: a stack of its own, a receiver, and chance. */
export interface Run {
  readonly stack: TestStack;
  readonly receiver: IndependentReceiver;
  readonly random: Random;
  /** How many leads to post. */
  readonly leads: number;
  /** Whether everything is to be as short as it can. */
  readonly short: boolean;
  /** What may be once it is over; a play that allows more than "delivered" says so here. */
  readonly rules: Rules & { ends: Rules["ends"][number][] };
  /** Ids acknowledged so far. */
  readonly acknowledged: readonly string[];
  /** Somebody nobody else is. */
  person(): Person;
  /** Posts somebody; the id that was acknowledged, or null. */
  post(person?: Person): Promise<string | null>;
  /** Posts so many people, so many at once (20 without it); the ids that were acknowledged. */
  postMany(count: number, atOnce?: number): Promise<string[]>;
  /** Posts as fast as 20 can while `go()`. */
  postWhile(go: () => boolean): Promise<void>;
  /** Requests that the receiver took so far. */
  taken(): Send[];
  /** What D1's file holds now. */
  stored(): Pick<Evidence, "submissions" | "deliveries" | "letters">;
  /** Waits until it holds; what did not hold in time is a problem of this fault. */
  until(what: string, holds: () => boolean | Promise<boolean>, patienceMs?: number): Promise<void>;
  /** Says that something must hold. */
  expect(what: string, holds: boolean): void;
  /** `kill -9` of everything, which counts as a crash. */
  kill(): Promise<void>;
  /** Starts it on the same state, the clock so much further on (further than any lease lasts without it). */
  startAgain(settings?: Record<string, string>, laterMs?: number): Promise<void>;
}
