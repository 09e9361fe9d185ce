import { describe, expect, it } from "vitest";
import { readCapped } from "./read-capped.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const never = () => new AbortController().signal;

/** A body of these chunks, what was read of it, and whether the rest was cancelled. */
function chunked(chunks: (Uint8Array | Error)[], headers: Record<string, string> = {}) {
  const seen = { pulled: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const next = chunks[seen.pulled];
        seen.pulled += 1;
        if (next === undefined) controller.close();
        else if (next instanceof Error) controller.error(next);
        else controller.enqueue(next);
      },
      cancel: () => void (seen.cancelled = true),
    },
    { highWaterMark: 0 },
  );
  return { seen, response: new Response(body, { headers }) };
}

describe("a body read up to a cap", () => {
  it.each([
    ["none", [], 10, "", false],
    ["shorter", [bytes("one "), bytes("two")], 10, "one two", false],
    ["longer by a byte", [bytes("0123456789"), bytes("x")], 10, "0123456789", true],
    ["longer in its first chunk", [bytes("0123456789x")], 10, "0123456789", true],
    ["longer in its second chunk", [bytes("01234"), bytes("56789x")], 10, "0123456789", true],
    ["with a character in two chunks", [bytes("é").slice(0, 1), bytes("é").slice(1)], 10, "é", false],
    ["that ends within a character", [bytes("é").slice(0, 1)], 10, "\u{FFFD}", false],
  ])("%s", async (_what, chunks, cap, text, cancelled) => {
    const { seen, response } = chunked(chunks);
    expect(await readCapped(response, cap, never())).toEqual({ text, broken: null });
    expect(seen.cancelled).toBe(cancelled);
  });

  it("that is as long as the cap is not asked for more", async () => {
    const { seen, response } = chunked([bytes("0123456789"), bytes("more")]);
    expect(await readCapped(response, 10, never())).toEqual({ text: "0123456789", broken: null });
    expect(seen.pulled).toBe(1);
  });

  it("is nothing where a response has none", async () => {
    expect(await readCapped(new Response(null), 10, never())).toEqual({ text: "", broken: null });
  });

  it.each([
    ["breaks off", {}, "one ", "reset"],
    ["breaks off, short by its length", { "content-length": "8" }, "", "reset"],
  ])("that %s says why: %o", async (_what, headers, text, broken) => {
    const { response } = chunked([bytes("one "), new Error("reset")], headers);
    expect(await readCapped(response, 10, never())).toEqual({ text, broken });
  });

  it.each([
    ["no length", {}, true],
    ["a length of the cap", { "content-length": "10" }, false],
    ["a length beyond the cap", { "content-length": "11" }, true],
    ["a length of what is encoded, and grows", { "content-length": "3", "content-encoding": "gzip" }, true],
  ])("with %s is capped while it is read: %o, %s", async (_what, headers, capped) => {
    const { response } = chunked([bytes("0123456789"), bytes("more")], headers);
    const { text } = await readCapped(response, 10, never());
    expect(text).toBe(capped ? "0123456789" : "0123456789more");
  });

  it("stops with an abort, says so, and cancels the rest", async () => {
    const aborter = new AbortController();
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes("one ")),
      pull: () => new Promise(() => {}),
      cancel: () => void (cancelled = true),
    });
    const read = readCapped(new Response(body), 10, aborter.signal);
    setTimeout(() => aborter.abort(), 5);
    expect(await read).toEqual({ text: "one ", broken: "aborted" });
    expect(cancelled).toBe(true);
  });

  it("lets go of the signal when it is read", async () => {
    const { signal } = new AbortController();
    let listening = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...given: Parameters<typeof add>) => {
      listening += given[0] === "abort" ? 1 : 0;
      add(...given);
    };
    signal.removeEventListener = (...given: Parameters<typeof remove>) => {
      listening -= given[0] === "abort" ? 1 : 0;
      remove(...given);
    };
    await readCapped(chunked([bytes("one")]).response, 10, signal);
    expect(listening).toBe(0);
  });
});
