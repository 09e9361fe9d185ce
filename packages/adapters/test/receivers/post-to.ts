import type { Adapter, Classification, OutgoingDelivery } from "../../src/adapter.ts";
import { runSteps } from "../../src/steps/run-steps.ts";
import { outgoing } from "../outgoing.ts";

/** One that answers as its vendor does; a throw is a connection that broke. */
export type Receiver = (request: Request) => Response | Promise<Response>;

/** A try at a receiver: what it came to; null where it did not answer. */
export async function postTo<Settings>(
  adapter: Adapter<Settings>,
  settings: unknown,
  receiver: Receiver,
  delivery: Partial<OutgoingDelivery> = {},
): Promise<Classification | null> {
  const run = await runSteps(
    adapter,
    adapter.parseSettings(settings),
    { ...outgoing(), ...delivery },
    {
      async exchange({ url, ...init }) {
        try {
          const answer = await receiver(new Request(url, init));
          const { status, headers } = answer;
          return { response: { status, headers, body: await answer.text(), receivedAt: Date.now() } };
        } catch {
          return { unanswered: null };
        }
      },
      clean: (answer) => answer,
      tokens: { find: async () => null, keep: async () => {}, forget: async () => {} },
      kept: {},
    },
  );
  return "answered" in run.end ? run.end.answered : null;
}
