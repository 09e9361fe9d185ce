import type { Adapter, Classification, Kept, OutgoingRequest } from "../src/adapter.ts";
import type { AdapterExample } from "./adapter-example.ts";
import { outgoing } from "./outgoing.ts";
import { runTry, type Trying } from "./run-try.ts";

interface Answer {
  status: number;
  body?: string;
  headers?: Record<string, string>;
}

interface Tried {
  end: Classification;
  /** All that were sent, with their steps' names. */
  requests: (OutgoingRequest & { step: string })[];
  kept: Kept;
}

interface TryingKind extends Trying {
  /** Instead of the answers by which a try goes well. */
  answers?: (step: string, nth: number) => Answer | undefined;
}

/** A try of a kind, at a receiver that answers as its example says. */
export async function tryAdapter(
  adapter: Adapter<unknown>,
  example: AdapterExample,
  { answers = () => undefined, ...trying }: TryingKind = {},
): Promise<Tried> {
  const requests: Tried["requests"] = [];
  let current = "";
  const [first, ...others] = adapter.steps;
  const watched = (step: typeof first): typeof first => ({
    ...step,
    buildRequest(...given) {
      current = step.name;
      return step.buildRequest(...given);
    },
  });
  const steps = [watched(first), ...others.map(watched)] as const;
  const { end, kept } = await runTry({ ...adapter, steps }, example.settings, trying, async (request) => {
    requests.push({ ...request, step: current });
    const nth = requests.filter(({ step }) => step === current).length;
    const usual: Answer = { status: 200, body: example.onward?.[current] ?? example.takenBody };
    const { status, body = "", headers } = answers(current, nth) ?? usual;
    return { status, body, headers: new Headers(headers) };
  });
  if (end === "timeout") throw new Error("unanswered");
  return { end, requests, kept };
}

/** The names of a kind's steps; the last is the one that ends a try. */
export const stepsOf = ({ steps }: Adapter<unknown>): string[] => steps.map(({ name }) => name);

/** Every way in which a step of it answers so: what each try came to. */
export async function answeredAt(
  adapter: Adapter<unknown>,
  example: AdapterExample,
  answer: Answer,
): Promise<{ step: string; end: Classification }[]> {
  const all = [];
  for (const step of stepsOf(adapter)) {
    const answers = (asked: string) => (asked === step ? answer : undefined);
    for (const kept of example.kept === undefined ? [{}] : [{}, example.kept])
      for (const attempt of [1, 2]) {
        const delivery = { ...outgoing(), attempt };
        const { end, requests } = await tryAdapter(adapter, example, { answers, kept, delivery });
        if (requests.some((one) => one.step === step)) all.push({ step, end });
      }
  }
  return all;
}

/** The request of a try that goes well that carries the lead. */
export async function leadRequest(
  adapter: Adapter<unknown>,
  example: AdapterExample,
  trying: TryingKind = {},
): Promise<OutgoingRequest> {
  const { requests } = await tryAdapter(adapter, example, trying);
  const { leadStep } = example;
  const last = requests.findLast(({ step }) => leadStep === undefined || step === leadStep);
  if (last === undefined) throw new Error("no request was made");
  return last;
}
