import { describe, expect, test, vi } from "vitest";
import type { LeadsTo } from "./look-up-host.ts";
import { guardedFetch } from "./guarded-fetch.ts";

const request = { url: "https://hook.example.com/secret", method: "POST", headers: {}, body: "{}" } as const;
const rules = { now: () => 1_000, allowPrivate: false, ownHosts: [], lookUpHost: null, timeoutMs: 40 };

/** A body that says one word every few milliseconds, for ever. */
const drip = (everyMs: number, onCancel = () => {}) => {
  let timer: ReturnType<typeof setInterval>;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      timer = setInterval(() => controller.enqueue(new TextEncoder().encode("drip ")), everyMs);
    },
    cancel() {
      clearInterval(timer);
      onCancel();
    },
  });
};

const answering =
  (response: Response): typeof fetch =>
  async () =>
    response;
const run = (send: typeof fetch, options = {}) =>
  guardedFetch(request, { ...rules, ...options, fetch: send });

describe("guardedFetch", () => {
  test("sends the request as built and does not follow redirects", async () => {
    const seen: [unknown, RequestInit | undefined][] = [];
    const moved = new Response(null, { status: 302, headers: { location: "http://169.254.169.254/" } });
    const result = await run(async (input, init) => {
      seen.push([input, init]);
      return moved;
    });
    expect(seen).toHaveLength(1);
    expect(seen[0]?.[0]).toBe("https://hook.example.com/secret");
    expect(seen[0]?.[1]).toMatchObject({ method: "POST", body: "{}", redirect: "manual" });
    expect(result).toMatchObject({ kind: "response", response: { status: 302 } });
  });

  test("an address that is not allowed is never called", async () => {
    const send = () => Promise.reject(new Error("called"));
    const result = await guardedFetch({ ...request, url: "https://127.0.0.1/" }, { ...rules, fetch: send });
    expect(result).toEqual({ kind: "refused_url", reason: "private_address" });
  });

  test("a receiver that hangs times out, even when it ignores the abort", async () => {
    expect(await run(() => new Promise(() => {}))).toEqual({ kind: "timeout" });
  });

  test("the abort reaches the request", async () => {
    let aborted = false;
    await run(
      (_input, init) =>
        new Promise(() => {
          init?.signal?.addEventListener("abort", () => (aborted = true));
        }),
    );
    expect(aborted).toBe(true);
  });

  test("a refusal whose body drips on past the timeout times out and is cancelled", async () => {
    let cancelled = false;
    const response = new Response(
      drip(5, () => (cancelled = true)),
      { status: 400 },
    );
    expect(await run(answering(response))).toEqual({ kind: "timeout" });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(cancelled).toBe(true);
  });

  test("a 2xx whose body drips on past the timeout is a 2xx: asking again would deliver twice", async () => {
    const result = await run(answering(new Response(drip(5), { status: 200 })));
    expect(result).toMatchObject({ kind: "response", response: { status: 200, body: "", isCut: true } });
  });

  test("an endless body is cut at 64 KB and cancelled", async () => {
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(10_000).fill(97)),
      cancel: () => void (cancelled = true),
    });
    const result = await run(answering(new Response(endless, { status: 500 })), { timeoutMs: 5_000 });
    expect(result.kind === "response" && result.response.body.length).toBe(64 * 1024);
    expect(result).not.toHaveProperty("response.isCut");
    expect(cancelled).toBe(true);
  });

  test("a longer answer is read where its request asks for one", async () => {
    const answer = () => new Response("a".repeat(70 * 1024));
    const lengthOf = async (asked: object) => {
      const result = await guardedFetch({ ...request, ...asked }, { ...rules, fetch: async () => answer() });
      return result.kind === "response" && result.response.body.length;
    };
    expect(await lengthOf({})).toBe(64 * 1024);
    expect(await lengthOf({ mostAnswerBytes: 80 * 1024 })).toBe(70 * 1024);
    expect(await lengthOf({ mostAnswerBytes: 10 })).toBe(10);
  });

  test("a connection reset before the headers is a network failure", async () => {
    const result = await run(() => Promise.reject(new Error("Network connection lost.")));
    expect(result).toEqual({ kind: "network", error: "Network connection lost." });
  });

  test.each([
    [500, { kind: "network", error: "reset" }],
    [200, { kind: "response", response: { status: 200, body: "par", isCut: true } }],
  ])("a connection reset in the body of a %i", async (status, expected) => {
    let pulls = 0;
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulls += 1;
        if (pulls === 1) controller.enqueue(new TextEncoder().encode("par"));
        else controller.error(new Error("reset"));
      },
    });
    expect(await run(answering(new Response(broken, { status })))).toMatchObject(expected);
  });

  test("sends to the address as it was checked, with the request's headers", async () => {
    const seen: unknown[] = [];
    const given = { ...request, url: "https://Hook.example.com/a/../b", headers: { "x-key": "1" } };
    await guardedFetch(given, {
      ...rules,
      fetch: async (input, init) => {
        seen.push(input, init?.headers);
        return new Response("");
      },
    });
    expect(seen).toEqual(["https://hook.example.com/b", { "x-key": "1" }]);
  });

  test("a whole answer is what the receiver said", async () => {
    const answer = new Response("no", { status: 404, headers: { "retry-after": "7" } });
    const result = await run(answering(answer));
    expect(result).toMatchObject({ kind: "response", response: { status: 404, body: "no" } });
    expect(result.kind === "response" && result.response.headers.get("retry-after")).toBe("7");
  });

  test("an answer in time is not waited for any longer", async () => {
    const clear = vi.spyOn(globalThis, "clearTimeout");
    const set = vi.spyOn(globalThis, "setTimeout");
    await run(answering(new Response("")), { timeoutMs: 123_456 });
    const call = set.mock.calls.findIndex(([, ms]) => ms === 123_456);
    expect(clear.mock.calls.flat()).toContain(set.mock.results[call]?.value);
    vi.restoreAllMocks();
  });

  test("a failure that is no Error is told as text", async () => {
    // oxlint-disable-next-line prefer-promise-reject-errors
    expect(await run(() => Promise.reject("gone"))).toEqual({ kind: "network", error: "gone" });
  });

  test.each<[LeadsTo, object, number]>([
    ["outside", { kind: "response" }, 1],
    ["unknown", { kind: "response" }, 1],
    ["inside", { kind: "refused_url", reason: "private_address" }, 0],
    [
      "nowhere",
      { kind: "network", error: expect.stringContaining("public DNS knows no address") as unknown },
      0,
    ],
  ])(
    "a host that leads %s is sent to, tried again later, or never called",
    async (leadsTo, result, sends) => {
      let sent = 0;
      const send = async () => {
        sent += 1;
        return new Response("ok");
      };
      expect(await run(send, { lookUpHost: async () => leadsTo })).toMatchObject(result);
      expect(sent).toBe(sends);
    },
  );
});
