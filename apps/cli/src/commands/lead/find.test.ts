import { expect, it } from "vitest";
import { keyEnv as env, url } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const step = (at: number, what: string, error: string | null = null) => ({ at, what, error, note: null });
const stands = {
  state: "dead",
  sentence: "Make refused it.",
  next: "A person has to replay it.",
  actions: [
    { operation: "retryDelivery", method: "POST", path: "/api/deliveries/6bbd/retry" },
    { operation: "unblockIp", method: "DELETE", path: "/api/clients/cli_1/blocked-ips/203.0.113.0%2F24" },
  ],
};
const asha = {
  client_id: "cli_1",
  client_name: "Hilltop Villas",
  contact_name: "Asha",
  contact_email: "asha@example.com",
  contact_phone: "+91-9999999999",
};
const candidate = (id: string) => ({
  kind: "lead",
  id,
  ...asha,
  project: "Villas",
  is_test: false,
  at: testNow,
});
const where = {
  found: true,
  asked_by: "email",
  story: {
    ...asha,
    lead_id: "01a1",
    submission_id: null,
    attribution: { first: null, latest: null },
    steps: [
      step(testNow - 60_000, "It came in."),
      step(testNow - 59_000, "Make refused it.", "No such scenario"),
    ],
    stands,
  },
  candidates: [candidate("01a1"), candidate("01a0")],
  sentences: ["Test leads were not looked through."],
};

it("a lead's story begins with who it is, is told in order, then where it stands, what would move it on, and what to type", async () => {
  const { code, out, err, sent } = await run(["lead", "find", "asha@example.com"], {
    env,
    server: () => json(where),
  });
  const [{ request, body } = { request: new Request("https://x"), body: "" }] = sent;
  expect([request.method, request.url]).toEqual(["POST", `${url}/api/where-is-my-lead`]);
  expect(JSON.parse(body)).toEqual({ q: "asha@example.com" });
  expect(out).toBe(
    [
      "Who     Asha, asha@example.com, +91-9999999999",
      "Client  Hilltop Villas (cli_1)",
      "",
      "2026-11-21 17:29:00  It came in.",
      "2026-11-21 17:29:01  Make refused it.",
      "                     No such scenario",
      "",
      "Lead       01a1",
      "Came by    not kept then",
      "Stands     Make refused it.",
      "What next  A person has to replay it.",
      "You can    leadrelay delivery retry 6bbd",
      "           leadrelay address unblock 203.0.113.0/24 --client cli_1",
      "",
      "Also found",
      "ID    WHO                     WHAT  PROJECT  CLIENT          LAST SUBMITTED",
      "01a0  Asha, asha@example.com  lead  Villas   Hilltop Villas  2026-11-21 17:30:00 (now)",
      "",
    ].join("\n"),
  );
  expect([code, err]).toEqual([0, "Test leads were not looked through.\n"]);
});

it.each([["019412f3-e2c5-7d1e-8bcd-0123456789ab"], ["019412F3-E2C5-7D1E-8BCD-0123456789AB"]])(
  "the id %s may stand in an address, and is asked for there",
  async (id) => {
    const { sent } = await run(["lead", "find", id], { env, server: () => json(where) });
    expect(sent.map(({ request }) => [request.method, new URL(request.url).search])).toEqual([
      ["GET", `?q=${id}`],
    ]);
  },
);

it("an error that only repeats the step's status is not told again", async () => {
  const what = "Attempt 1 at Make: not taken (HTTP 500); such a failure is tried again.";
  const steps = ["HTTP 500: Internal Server Error", "HTTP 500", "HTTP 500: no such scenario"].map((error) =>
    step(testNow, what, error),
  );
  const server = () => json({ ...where, story: { ...where.story, steps } });
  const { out } = await run(["lead", "find", "asha@example.com"], { env, server });
  expect(
    out
      .split("\n")
      .slice(3, 8)
      .map((line) => line.slice(21)),
  ).toEqual([what, what, what, "HTTP 500: no such scenario", ""]);
});

it("what is nowhere ends with 5 and says where else to look", async () => {
  const nowhere = { ...where, found: false, story: null, candidates: [], sentences: ["Look in the queue."] };
  const { code, out, err } = await run(["lead", "find", "nobody@example.com"], {
    env,
    server: () => json(nowhere),
  });
  expect([code, out, err]).toEqual([5, "", "Look in the queue.\nNothing was found.\n"]);
  const asJson = await run(["lead", "find", "x@example.com", "-o", "json"], {
    env,
    server: () => json(nowhere),
  });
  expect([asJson.code, JSON.parse(asJson.out)]).toEqual([5, nowhere]);
});

it.each<[count: number, told: string]>([
  [0, ""],
  [1, "Delivery   dlv_0\n"],
  [2, "Delivery   dlv_0\n           dlv_1\n"],
  [7, "           dlv_4\n           and 2 more\n"],
])("of %i deliveries the ids are told by which one looks into them", async (count, told) => {
  const steps = Array.from({ length: count }, (_, index) => [
    { ...step(testNow, "Goes to Make."), delivery_id: `dlv_${index}` },
    { ...step(testNow, "Attempt 1 at Make: taken."), delivery_id: `dlv_${index}` },
  ]).flat();
  const story = { ...where.story, steps };
  const { out } = await run(["lead", "find", "01a1"], { env, server: () => json({ ...where, story }) });
  expect(out).toContain(told);
  expect(out.includes("Delivery  ")).toBe(count > 0);
});
