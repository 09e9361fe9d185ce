import type {
  Adapter,
  Classification,
  Kept,
  OutgoingDelivery,
  OutgoingRequest,
  ReceivedResponse,
  Step,
  StepEnd,
  Token,
} from "../adapter.ts";
import { isTaken } from "../classify-status.ts";
import { readAnswer } from "./read-answer.ts";

/** Where a destination's token is kept between tries. */
export interface TokenStore {
  /** One that is good for a while yet. */
  find(): Promise<string | null>;
  keep(token: Token): Promise<void>;
  forget(): Promise<void>;
}

/** How a try reaches the world. An exchange that gets no answer ends the try with what it returns. */
export interface StepWorld<Unanswered> {
  exchange(
    request: OutgoingRequest,
    step: { isForToken?: true },
  ): Promise<{ response: ReceivedResponse } | { unanswered: Unanswered }>;
  /** An answer without its request's secrets: what of it becomes an error text is taken from this. */
  clean(answer: string, request: OutgoingRequest): string;
  tokens: TokenStore;
  /** What earlier tries of this delivery found out. */
  kept: Kept;
}

/** An answer, and what it means. */
interface Answered {
  answered: Classification;
  response: ReceivedResponse;
}

/** What a try came to, and its last request. */
export interface StepsEnd<Unanswered> {
  end: Answered | { unanswered: Unanswered };
  /** Of deliveries that it carried beside each other, by id, those of which something else is true than `end`. */
  apart: ReadonlyMap<string, Answered>;
  request: OutgoingRequest;
  step: string;
  /** All that is known by now, for the next try to begin with. */
  kept: Kept;
}

/** Past any kind's steps, once with a fresh token: more would be a circle. */
const mostRequests = 10;

/**
 * Makes a try of a destination kind: its steps in order, each once, those left out whose result is known. A stale token is replaced once.
 * Throws where an adapter does not end.
 */
export async function runSteps<Settings, Unanswered>(
  { steps, kind }: Pick<Adapter<Settings>, "steps" | "kind">,
  settings: Settings,
  delivery: OutgoingDelivery,
  world: StepWorld<Unanswered>,
): Promise<StepsEnd<Unanswered>> {
  let kept = world.kept;
  let carried = [delivery, ...(delivery.beside ?? [])];
  const apart = new Map<string, Answered>();
  let isFresh = false;
  let token = steps.some(({ isForToken }) => isForToken) ? await world.tokens.find() : "";
  let at = 0;
  for (let requests = 0; requests < mostRequests; requests += 1) {
    const current = asOne(carried, delivery);
    const step = steps.slice(at).find((one) => isNext(one, kept, token, settings, current));
    if (step === undefined) break;
    const context = { kept, token: token ?? "" };
    const request = await step.buildRequest(settings, current, context);
    const exchanged = await world.exchange(request, step);
    const ended = (end: StepsEnd<Unanswered>["end"]) => ({ end, apart, request, step: step.name, kept });
    if ("unanswered" in exchanged) return ended({ unanswered: exchanged.unanswered });
    const { response } = exchanged;
    const read = onceWhole(
      response,
      readAnswer(
        response,
        (one) => step.classify(one, settings, context, current),
        (answer) => world.clean(answer, request),
      ),
    );
    if (read.outcome === "stale_token") {
      await world.tokens.forget();
      if (isFresh) return ended({ answered: { outcome: "refused", error: read.error }, response });
      token = null;
      at = 0;
      continue;
    }
    if (read.outcome !== "onward") {
      if (read.outcome === "retry") kept = withKept(kept, read.kept);
      return { ...ended({ answered: read, response }), kept };
    }
    kept = withKept(kept, read.kept);
    for (const [id, answered] of Object.entries(read.each ?? {})) apart.set(id, { answered, response });
    carried = carried.filter(({ delivery_public_id }) => !apart.has(delivery_public_id));
    const own = carried.length === 0 ? apart.get(delivery.delivery_public_id) : undefined;
    if (own !== undefined) return { ...ended(own), kept };
    if (read.token !== undefined) {
      token = read.token.value;
      isFresh = true;
      await world.tokens.keep(read.token);
    }
    at = steps.indexOf(step) + 1;
  }
  throw new Error(`a ${kind} destination's steps do not end`);
}

/** What a 2xx that broke off does not say may stand in the rest of it. */
const onceWhole = (response: ReceivedResponse, read: StepEnd): StepEnd =>
  read.outcome === "refused" && response.isCut === true && isTaken(response)
    ? { outcome: "retry", error: `HTTP ${response.status}: the answer broke off`, waitMs: null }
    : read;

/** Those that are left, as steps are told of them. */
function asOne(
  [first, ...rest]: readonly OutgoingDelivery[],
  { beside }: OutgoingDelivery,
): OutgoingDelivery {
  if (first === undefined) throw new Error("a try goes on without a delivery");
  return beside === undefined ? first : { ...first, beside: rest };
}

const isNext = <Settings>(
  step: Step<Settings>,
  kept: Kept,
  token: string | null,
  settings: Settings,
  delivery: OutgoingDelivery,
) => (step.isForToken === true ? token === null : (step.isNeeded?.(kept, settings, delivery) ?? true));

const longestKept = 200;
const mostKept = 8;

/** What a receiver answers does not grow without bound in our rows. */
function withKept(kept: Kept, more: Kept = {}): Kept {
  const fitting = Object.entries({ ...kept, ...more }).filter(([, value]) => value.length <= longestKept);
  return Object.fromEntries(fitting.slice(0, mostKept));
}
