import type {
  Adapter,
  Kept,
  OutgoingDelivery,
  OutgoingRequest,
  ReceivedResponse,
  Token,
} from "../src/adapter.ts";
import { runSteps } from "../src/steps/run-steps.ts";
import { outgoing } from "./outgoing.ts";

/** What comes back to a test: an answer, or none. */
interface Answered {
  status: number;
  headers: Headers;
  body: string;
}

export interface Trying {
  /** Over the sample lead's. */
  delivery?: Partial<OutgoingDelivery>;
  /** What earlier tries found out. */
  kept?: Kept;
  /** Shared by tries of one destination. */
  tokens?: { value: string | null };
}

/**
 * The one try that tests make of a kind: what it came to, also for each of several deliveries that it carried, and what is kept for the next.
 * @param exchange null: no answer comes
 */
export async function runTry<Settings>(
  adapter: Pick<Adapter<Settings>, "kind" | "steps" | "parseSettings">,
  settings: unknown,
  { delivery = {}, kept = {}, tokens = { value: null } }: Trying,
  exchange: (request: OutgoingRequest) => Promise<Answered | null>,
) {
  const sent = { ...outgoing(), ...delivery };
  const run = await runSteps(adapter, adapter.parseSettings(settings), sent, {
    async exchange(request): Promise<{ response: ReceivedResponse } | { unanswered: "timeout" }> {
      const answer = await exchange(request);
      return answer === null
        ? { unanswered: "timeout" }
        : { response: { ...answer, receivedAt: sent.attempted_at } };
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
  return { end, ends, kept: run.kept };
}
