import type { Adapter } from "../../src/adapter.ts";
import { runTry, type Trying } from "../run-try.ts";

/** Answers as its vendor does; a throw is a connection that broke. */
export type Answering = (request: Request) => Response | Promise<Response>;

/** A receiver of ours that behaves as a vendor's does, and remembers what it was sent. */
export interface Receiver {
  answer(request: Request): Promise<Response>;
}

/**
 * A try of a kind at a receiver: what it came to, also for each of several deliveries that it carried, what is kept for the next, and its
 * requests as `POST /path`.
 * @param lost requests, counted from 1, whose answers are lost on the way
 */
export async function tryAt<Settings>(
  receiver: Receiver | Answering,
  adapter: Adapter<Settings>,
  settings: unknown,
  { lost = [], ...trying }: Trying & { lost?: readonly number[] } = {},
) {
  const asked: string[] = [];
  const answerOf = typeof receiver === "function" ? receiver : (one: Request) => receiver.answer(one);
  const tried = await runTry(adapter, settings, trying, async ({ url, ...request }) => {
    asked.push(`${request.method} ${new URL(url).pathname}`);
    try {
      const answer = await answerOf(new Request(url, request));
      if (lost.includes(asked.length)) return null;
      return { status: answer.status, headers: answer.headers, body: await answer.text() };
    } catch {
      return null;
    }
  });
  return { ...tried, asked };
}
