import { afterEach, expect, test, vi } from "vitest";
import { json, startProducer, urlencoded } from "../../test/producer-under-test.ts";

afterEach(() => vi.restoreAllMocks());

const fields = {
  "first-name": "Asha",
  last_name: "Rao",
  email: "asha.rao@example.com",
  "Phone Number": "+91 98765 43210",
  utm_source: "google",
  utm_medium: "cpc",
  utm_campaign: "lake view",
  gclid: "Cj0KCQiA9876abcdefghijk",
  page_url: "https://shop.example/lake-view?utm_source=google",
  message: "Please call me about a two bedroom flat.",
  __pg_hp: "",
  consent: "on",
};

const headers = {
  origin: "https://shop.example",
  referer: "https://shop.example/lake-view",
  "sec-fetch-mode": "navigate",
  "cf-connecting-ip": "198.51.100.7",
};

/** What takes a post's time where it is done once too often, counted for one that finds its form and its page known. */
async function stepsOf(init: RequestInit) {
  const known = new Map<string, number>();
  const limit = async () => ({ success: true });
  const { post, sent } = await startProducer({ env: { INTAKE_RATE: { limit } } });
  const posting = { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } };
  await post(posting);
  const counted = {
    headersRead: vi.spyOn(Headers.prototype, "get"),
    urlsParsed: vi.spyOn(URL, "parse"),
    timersSet: vi.spyOn(globalThis, "setTimeout"),
    textsComposed: vi.spyOn(String.prototype, "normalize"),
    // Each way to try a pattern calls it, once for each place that is found.
    patternsTried: vi.spyOn(RegExp.prototype, "exec"),
    jsonParsed: vi.spyOn(JSON, "parse"),
    jsonWritten: vi.spyOn(JSON, "stringify"),
  };
  await post(posting);
  for (const [step, spy] of Object.entries(counted)) known.set(step, spy.mock.calls.length);
  vi.restoreAllMocks();
  expect(sent.length).toBe(2);
  return Object.fromEntries(known);
}

/** Those that are more than there may be. */
const beyond = (steps: Record<string, number>, most: Record<string, number>) =>
  Object.entries(steps).filter(([step, count]) => count > (most[step] ?? 0));

test("a form's post reads no header twice for nothing, parses no address, sets one timer, and tries few patterns", async () => {
  const steps = await stepsOf(urlencoded(new URLSearchParams(fields).toString()));
  expect(beyond(steps, { headersRead: 12, timersSet: 1, patternsTried: 95 })).toEqual([]);
});

test("a JSON post is parsed once and written once, which is its answer", async () => {
  const steps = await stepsOf(json(fields));
  const most = { headersRead: 12, timersSet: 1, patternsTried: 105, jsonParsed: 1, jsonWritten: 1 };
  expect(beyond(steps, most)).toEqual([]);
});
