import { beforeEach, expect, it, vi } from "vitest";
import { actionOf } from "./forms.ts";
import { flush, startRecording, track } from "./record.ts";

const bodies: string[] = [];
interface Told {
  events: { kind: string; number: number; what: string; data?: string }[];
}
const told = () => bodies.flatMap((body) => (JSON.parse(body) as Told).events);

beforeEach(() => {
  bodies.length = 0;
  vi.stubGlobal("location", { href: "https://shop.example/" });
  vi.stubGlobal("document", { referrer: "" });
  vi.stubGlobal("navigator", { sendBeacon: (_url: string, body: string) => bodies.push(body) > 0 });
  startRecording({ form: "frm_1", to: "https://leads.example/t/collect" });
});

it("no beacon is longer than is taken, and none of what was noted is left out", () => {
  for (let n = 0; n < 150; n += 1) track(`${n}${"\u0001".repeat(100)}`, "क".repeat(498));
  flush();
  const bytes = bodies.map((body) => new TextEncoder().encode(body).length);
  expect(Math.max(...bytes)).toBeLessThan(64_000);
  expect(told().map(({ number }) => number)).toEqual(Array.from({ length: 150 }, (_, at) => at + 1));
  expect(told().every(({ data }) => data?.length === 500)).toBe(true);
});

it("what is no JSON is told without it, and stops no script of the site", () => {
  const circle: Record<string, unknown> = {};
  circle["self"] = circle;
  for (const data of [circle, 1n, () => 1, undefined]) track("play", data);
  flush();
  expect(told().map(({ what, data }) => [what, data])).toEqual(
    Array.from({ length: 4 }, () => ["play", undefined]),
  );
});

it.each([
  ["/f/frm_1", "https://shop.example/", "https://shop.example/f/frm_1"],
  [null, "https://shop.example/a?b", "https://shop.example/a?b"],
  ["https://[", "https://shop.example/", ""],
  // A frame whose page stands in an attribute.
  [null, "about:srcdoc", ""],
])("a form with the action %j on %s posts to %j", (action, href, expected) => {
  vi.stubGlobal("location", { href });
  expect(actionOf({ getAttribute: () => action })).toBe(expected);
});
