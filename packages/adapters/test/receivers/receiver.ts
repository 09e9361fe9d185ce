import type { Adapter, Kept, OutgoingDelivery, Token } from "../../src/adapter.ts";
import { runSteps } from "../../src/steps/run-steps.ts";
import { outgoing } from "../outgoing.ts";

/** A receiver of ours that behaves as a vendor's does, and remembers what it was sent. */
export interface Receiver {
  answer(request: Request): Promise<Response>;
}

interface Trying {
  delivery?: OutgoingDelivery;
  /** What earlier tries found out. */
  kept?: Kept;
  /** Shared by tries of one destination. */
  tokens?: { value: string | null };
  /** Requests, counted from 1, whose answers are lost on the way. */
  lost?: readonly number[];
}

/**
 * A try of a kind at a receiver: what it came to, also for each of several deliveries that it carried, what is kept for the next, and its
 * requests as `POST /path`.
 */
export async function tryAt<Settings>(
  receiver: Receiver,
  adapter: Adapter<Settings>,
  settings: unknown,
  { delivery = outgoing(), kept = {}, tokens = { value: null }, lost = [] }: Trying = {},
) {
  const asked: string[] = [];
  const run = await runSteps(adapter, adapter.parseSettings(settings), delivery, {
    async exchange({ url, ...request }) {
      const { pathname } = new URL(url);
      asked.push(`${request.method} ${pathname}`);
      const answer = await receiver.answer(new Request(url, request));
      if (lost.includes(asked.length)) return { unanswered: "timeout" as const };
      const { status, headers } = answer;
      return { response: { status, headers, body: await answer.text(), receivedAt: delivery.attempted_at } };
    },
    clean: (text) => text,
    tokens: {
      find: async () => tokens.value,
      keep: async ({ value }: Token) => void (tokens.value = value),
      forget: async () => void (tokens.value = null),
    },
    kept,
  });
  const end = "answered" in run.end ? run.end.answered : run.end.unanswered;
  const ends = Object.fromEntries([...run.apart].map(([id, { answered }]) => [id, answered]));
  return { end, ends, kept: run.kept, asked };
}
