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

/** Where a destination's token is kept between tries. */
export interface TokenStore {
  /** One that is good for a while yet. */
  find(): Promise<string | null>;
  keep(token: Token): Promise<void>;
  forget(): Promise<void>;
}

/** How a try reaches the world. An exchange that gets no answer ends the try with what it returns. */
export interface StepWorld<Unanswered> {
  exchange(request: OutgoingRequest): Promise<{ response: ReceivedResponse } | { unanswered: Unanswered }>;
  /** An answer without its request's secrets: what of it becomes an error text is taken from this. */
  clean(answer: string, request: OutgoingRequest): string;
  tokens: TokenStore;
  /** What earlier tries of this delivery found out. */
  kept: Kept;
}

/** What a try came to, and its last request. */
export interface StepsEnd<Unanswered> {
  end: { answered: Classification; response: ReceivedResponse } | { unanswered: Unanswered };
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
  let isFresh = false;
  let token = steps.some(({ isForToken }) => isForToken) ? await world.tokens.find() : "";
  let at = 0;
  for (let requests = 0; requests < mostRequests; requests += 1) {
    const step = steps.slice(at).find((one) => isNext(one, kept, token, settings, delivery));
    if (step === undefined) break;
    const context = { kept, token: token ?? "" };
    const request = await step.buildRequest(settings, delivery, context);
    const exchanged = await world.exchange(request);
    const ended = (end: StepsEnd<Unanswered>["end"]) => ({ end, request, step: step.name, kept });
    if ("unanswered" in exchanged) return ended({ unanswered: exchanged.unanswered });
    const { response } = exchanged;
    const read = readAnswer(response, request, (one) => step.classify(one, settings, context), world);
    if (read.outcome === "stale_token") {
      await world.tokens.forget();
      if (isFresh) return ended({ answered: { outcome: "refused", error: read.error }, response });
      token = null;
      at = 0;
      continue;
    }
    if (read.outcome !== "onward") {
      if (read.outcome === "retry") kept = withKept(kept, read.kept);
      return { end: { answered: read, response }, request, step: step.name, kept };
    }
    kept = withKept(kept, read.kept);
    if (read.token !== undefined) {
      token = read.token.value;
      isFresh = true;
      await world.tokens.keep(read.token);
    }
    at = steps.indexOf(step) + 1;
  }
  throw new Error(`a ${kind} destination's steps do not end`);
}

const isNext = <Settings>(
  step: Step<Settings>,
  kept: Kept,
  token: string | null,
  settings: Settings,
  delivery: OutgoingDelivery,
) => (step.isForToken === true ? token === null : (step.isNeeded?.(kept, settings, delivery) ?? true));

/** An error's text was freed of secrets before it was cut: cut before, it might keep a part of one. What is kept and meant is as received. */
function readAnswer(
  response: ReceivedResponse,
  request: OutgoingRequest,
  classify: (response: ReceivedResponse) => StepEnd,
  { clean }: Pick<StepWorld<unknown>, "clean">,
): StepEnd {
  const read = classify(response);
  if (!("error" in read)) return read;
  const said = classify({ ...response, body: clean(response.body, request) });
  return { ...read, error: "error" in said ? said.error : `HTTP ${response.status}` };
}

const longestKept = 200;
const mostKept = 8;

/** What a receiver answers does not grow without bound in our rows. */
function withKept(kept: Kept, more: Kept = {}): Kept {
  const fitting = Object.entries({ ...kept, ...more }).filter(([, value]) => value.length <= longestKept);
  return Object.fromEntries(fitting.slice(0, mostKept));
}
