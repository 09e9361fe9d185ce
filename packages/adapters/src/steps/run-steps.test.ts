import { describe, expect, test } from "vitest";
import { outgoing } from "../../test/outgoing.ts";
import { received } from "../../test/received.ts";
import type { Kept, Step, StepEnd, Token } from "../adapter.ts";
import { jsonRequest } from "../json-request.ts";
import { runSteps } from "./run-steps.ts";

/** Steps by name, each of which reads its answer's body as a `StepEnd`. */
const stepOf = (name: string, more: Partial<Step<object>> = {}): Step<object> => ({
  name,
  buildRequest: (_settings, _delivery, { kept, token }) =>
    jsonRequest(`https://crm.example/${name}`, { kept, token }),
  classify: ({ body }) => JSON.parse(body) as StepEnd,
  ...more,
});
const token = stepOf("token", { isForToken: true });
const person = stepOf("person", { isNeeded: ({ person_id }) => person_id === undefined });
const lead = stepOf("lead");
const crm = [token, person, lead] as const;

type Answers = Readonly<Record<string, readonly (StepEnd | "none")[]>>;

/** What a try comes to where each step answers so, one after the other and the last again and again. */
async function tried(
  steps: readonly [Step<object>, ...Step<object>[]],
  answers: Answers,
  { kept = {}, known = null, attempt = 1 }: { kept?: Kept; known?: string | null; attempt?: number } = {},
) {
  const asked: { step: string; token: string; kept: Kept }[] = [];
  const tokens: (Token | "forgotten")[] = [];
  const run = runSteps(
    { kind: "crm", steps },
    {},
    { ...outgoing(), attempt },
    {
      async exchange({ url, body }) {
        const step = url.slice("https://crm.example/".length);
        const nth = asked.filter((one) => one.step === step).length;
        asked.push({ step, ...(JSON.parse(body ?? "{}") as { token: string; kept: Kept }) });
        const answer = answers[step]?.at(Math.min(nth, answers[step].length - 1));
        if (answer === undefined || answer === "none") return { unanswered: "timeout" };
        return { response: received(200, JSON.stringify(answer)) };
      },
      clean: (answer) => answer.replaceAll("s3cret", "…"),
      tokens: {
        find: async () => known,
        keep: async (one) => void tokens.push(one),
        forget: async () => void tokens.push("forgotten"),
      },
      kept,
    },
  );
  return { ...(await run), asked, names: asked.map(({ step }) => step).join(" "), tokens };
}

const delivered = { outcome: "delivered" } as const;
const let_in = { outcome: "onward", token: { value: "t1", expiresInMs: 3_600_000 } } as const;
const known_person = { outcome: "onward", kept: { person_id: "7" } } as const;
const stale = { outcome: "stale_token", error: "HTTP 401" } as const;
const retry = { outcome: "retry", error: "HTTP 503", waitMs: null } as const;

describe("a try", () => {
  test.each<
    [
      what: string,
      answers: Answers,
      given: Parameters<typeof tried>[2],
      names: string,
      outcome: string,
      kept: Kept,
    ]
  >([
    [
      "goes through its steps in order",
      { token: [let_in], person: [known_person], lead: [delivered] },
      {},
      "token person lead",
      "delivered",
      { person_id: "7" },
    ],
    [
      "asks for no token where there is one",
      { person: [known_person], lead: [delivered] },
      { known: "t0" },
      "person lead",
      "delivered",
      { person_id: "7" },
    ],
    [
      "makes no step again whose result an earlier try kept",
      { lead: [delivered] },
      { known: "t0", kept: { person_id: "7" } },
      "lead",
      "delivered",
      { person_id: "7" },
    ],
    [
      "ends at the first step that says so",
      { token: [let_in], person: [retry] },
      {},
      "token person",
      "retry",
      {},
    ],
    [
      "keeps what it found out where a later step fails",
      { person: [known_person], lead: [retry] },
      { known: "t0" },
      "person lead",
      "retry",
      { person_id: "7" },
    ],
    [
      "gets a fresh token for one that is stale, and repeats no step but that",
      { token: [let_in], person: [known_person], lead: [stale, delivered] },
      { known: "t0" },
      "person lead token lead",
      "delivered",
      { person_id: "7" },
    ],
    [
      "is refused where a fresh token is not let in either",
      { token: [let_in], person: [stale] },
      {},
      "token person",
      "refused",
      {},
    ],
    [
      "is refused where the second token is not let in either",
      { token: [let_in], person: [stale] },
      { known: "t0" },
      "person token person",
      "refused",
      {},
    ],
    [
      "is refused where no token is given",
      { token: [{ outcome: "refused", error: "HTTP 400" }] },
      {},
      "token",
      "refused",
      {},
    ],
    [
      "keeps what a retry found out",
      { person: [{ ...retry, kept: { chat_id: "-100" } }] },
      { known: "t0" },
      "person",
      "retry",
      { chat_id: "-100" },
    ],
  ])("%s", async (_what, answers, given, names, outcome, kept) => {
    const run = await tried(crm, answers, given);
    expect(run.names).toBe(names);
    expect(run.end).toMatchObject({ answered: { outcome } });
    expect(run.kept).toEqual(kept);
  });

  test("leaves out a step that its delivery does not need", async () => {
    const before = stepOf("before", { isNeeded: (_kept, _settings, delivery) => delivery.attempt > 1 });
    const answers = { before: [{ outcome: "onward" }], lead: [delivered] } as const;
    expect((await tried([before, lead], answers)).names).toBe("lead");
    expect((await tried([before, lead], answers, { attempt: 2 })).names).toBe("before lead");
  });

  test("tells the steps behind what those before found out, and the token", async () => {
    const { asked } = await tried(crm, { token: [let_in], person: [known_person], lead: [delivered] });
    expect(asked.at(-1)).toEqual({ step: "lead", token: "t1", kept: { person_id: "7" } });
  });

  test("that gets no answer keeps what was found out before it", async () => {
    const run = await tried(crm, { person: [known_person], lead: ["none"] }, { known: "t0" });
    expect(run.end).toEqual({ unanswered: "timeout" });
    expect(run).toMatchObject({ step: "lead", kept: { person_id: "7" } });
  });

  test("keeps a fresh token for the next, and forgets one that is stale", async () => {
    const { tokens } = await tried(
      crm,
      { token: [let_in], person: [stale, known_person], lead: [delivered] },
      { known: "t0" },
    );
    expect(tokens).toEqual(["forgotten", { value: "t1", expiresInMs: 3_600_000 }]);
  });

  test("whose steps do not end is an error of ours", async () => {
    await expect(tried([person], { person: [known_person] })).rejects.toThrow("crm");
    const circle = stepOf("circle", { isNeeded: () => true });
    await expect(
      tried([token, circle], { token: [let_in], circle: [{ outcome: "onward" }] }),
    ).rejects.toThrow("do not end");
  });

  test("keeps no text that is long, and few of them", async () => {
    const long = { outcome: "onward", kept: { long: "x".repeat(201), person_id: "7" } } as const;
    expect((await tried(crm, { person: [long], lead: [delivered] }, { known: "t0" })).kept).toEqual({
      person_id: "7",
    });
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`k${index}`, "v"]));
    const run = await tried(crm, { person: [{ ...retry, kept: many }] }, { known: "t0" });
    expect(Object.keys(run.kept)).toHaveLength(8);
  });
});

test("what is said of a failure is taken from an answer without secrets, what it means from the answer itself", async () => {
  const quoting: Step<object> = {
    ...lead,
    classify: ({ body }) =>
      body.includes("s3cret")
        ? { outcome: "gone", error: body.slice(0, 40) }
        : { outcome: "refused", error: body.slice(0, 40) },
  };
  const answer = "x".repeat(30) + " s3cret-and-more";
  const run = await runSteps({ kind: "crm", steps: [quoting] }, {}, outgoing(), {
    exchange: async () => ({ response: received(422, answer) }),
    clean: (text) => text.replaceAll("s3cret-and-more", "…"),
    tokens: { find: async () => null, keep: async () => {}, forget: async () => {} },
    kept: {},
  });
  expect(run.end).toMatchObject({ answered: { outcome: "gone", error: `${"x".repeat(30)} …` } });
});

test.each<[what: string, status: number, isCut: boolean, read: StepEnd, outcome: string]>([
  ["refused by a whole 2xx stays so", 200, false, { outcome: "refused", error: "no id" }, "refused"],
  [
    "refused by a 2xx that broke off is tried again",
    200,
    true,
    { outcome: "refused", error: "no id" },
    "retry",
  ],
  ["refused by anything else stays so", 400, true, { outcome: "refused", error: "no" }, "refused"],
  ["delivered by a 2xx that broke off stays so", 200, true, delivered, "delivered"],
  ["gone by a 2xx that broke off stays so", 200, true, { outcome: "gone", error: "gone" }, "gone"],
])("what is %s", async (_what, status, isCut, read, outcome) => {
  const step = { ...lead, classify: () => read };
  const response = { ...received(status, '{"id":'), ...(isCut ? { isCut: true as const } : {}) };
  const run = await runSteps({ kind: "crm", steps: [step] }, {}, outgoing(), {
    exchange: async () => ({ response }),
    clean: (text) => text,
    tokens: { find: async () => null, keep: async () => {}, forget: async () => {} },
    kept: {},
  });
  expect(run.end).toMatchObject({ answered: { outcome } });
  if (outcome === "retry")
    expect(run.end).toMatchObject({ answered: { error: "HTTP 200: the answer broke off", waitMs: null } });
});

describe("a try that carries several deliveries", () => {
  const ids = ["a", "b", "c"];
  const [first, ...others] = ids.map((delivery_public_id) => ({ ...outgoing(), delivery_public_id }));
  const carrying = (name: string) =>
    stepOf(name, {
      buildRequest: (_settings, { delivery_public_id, beside = [] }) =>
        jsonRequest(`https://crm.example/${name}`, [
          delivery_public_id,
          ...beside.map((one) => one.delivery_public_id),
        ]),
    });

  /** What each of three came to, and who was carried by which request. */
  async function carried(answers: Readonly<Record<string, StepEnd | "none">>, given = others) {
    const asked: string[] = [];
    const { end, apart } = await runSteps(
      { kind: "crm", steps: [carrying("find"), carrying("send")] },
      {},
      { ...(first ?? outgoing()), beside: given },
      {
        async exchange({ url, body }) {
          const step = url.slice("https://crm.example/".length);
          asked.push(`${step} ${(JSON.parse(body ?? "[]") as string[]).join("")}`);
          const answer = answers[step] ?? "none";
          return answer === "none"
            ? { unanswered: "timeout" }
            : { response: received(200, JSON.stringify(answer)) };
        },
        clean: (text) => text.replaceAll("s3cret", "…"),
        tokens: { find: async () => null, keep: async () => {}, forget: async () => {} },
        kept: {},
      },
    );
    const outcomes = ids.map((id) => {
      const own = apart.get(id) ?? end;
      return "answered" in own ? own.answered : own.unanswered;
    });
    return { asked, outcomes };
  }
  const of = (id: string) => ({ outcome: "delivered", receiverId: `row ${id}` }) as const;

  test.each<[string, Parameters<typeof carried>[0], asked: string[], outcomes: unknown[]]>([
    [
      "ends for all of them alike",
      { find: { outcome: "onward" }, send: retry },
      ["find abc", "send abc"],
      [retry, retry, retry],
    ],
    [
      "ends for each as its answer says",
      {
        find: { outcome: "onward" },
        send: { outcome: "onward", each: { a: of("a"), b: of("b"), c: of("c") } },
      },
      ["find abc", "send abc"],
      [of("a"), of("b"), of("c")],
    ],
    [
      "goes on with those that are left",
      { find: { outcome: "onward", each: { a: of("a"), c: of("c") } }, send: retry },
      ["find abc", "send b"],
      [of("a"), retry, of("c")],
    ],
    [
      "goes on with the first where another ends",
      { find: { outcome: "onward", each: { b: of("b") } }, send: "none" },
      ["find abc", "send ac"],
      ["timeout", of("b"), "timeout"],
    ],
    [
      "asks nothing more where none is left",
      { find: { outcome: "onward", each: { a: of("a"), b: of("b"), c: of("c") } } },
      ["find abc"],
      [of("a"), of("b"), of("c")],
    ],
    [
      "hears of none that it does not carry",
      { find: { outcome: "onward", each: { z: of("z") } }, send: delivered },
      ["find abc", "send abc"],
      [delivered, delivered, delivered],
    ],
  ])("%s", async (_what, answers, asked, outcomes) => {
    expect(await carried(answers)).toEqual({ asked, outcomes });
  });

  test("says of each what is wrong without secrets", async () => {
    const refused = { outcome: "refused", error: "no s3cret here" } as const;
    const { outcomes } = await carried({
      find: { outcome: "onward", each: { b: refused } },
      send: delivered,
    });
    expect(outcomes).toEqual([delivered, { outcome: "refused", error: "no … here" }, delivered]);
  });
});
