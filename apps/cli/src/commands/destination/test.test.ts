import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run } from "../../../test/outside-in-memory.ts";

const tested = {
  destination_id: "dst_1",
  destination_name: "Make",
  outcome: "refused",
  what_happened: "There is no receiver at the destination's address (HTTP 404).",
  what_next: "Give the destination its right address.",
  exchanges: [
    {
      request: {
        method: "POST",
        url: "https://hook.eu2.make.com/…ab12",
        headers: { "content-type": "application/json", "x-make-apikey": "…" },
        body: '{"test_lead":"yes"}',
        is_cut: false,
      },
      answer: {
        status: 404,
        headers: { "x-request-id": "r1" },
        body: "no\u001B[2J such scenario",
        is_cut: true,
      },
    },
  ],
  status_code: 404,
  error: "HTTP 404: no such scenario",
  duration_ms: 12,
};

it("a test shows what was sent and answered, harmless, and ends with 1 where it was not taken", async () => {
  const { code, out, err, sent } = await run(["destination", "test", "dst_1"], {
    env,
    server: () => json(tested),
  });
  expect(sent[0]?.request.url).toContain("/api/destinations/dst_1/test");
  expect(code).toBe(1);
  expect(err).toContain("Make did not take the test.");
  expect(out).toContain("What happened  There is no receiver at the destination's address (HTTP 404).\n");
  expect(out).toContain("POST https://hook.eu2.make.com/…ab12\n");
  expect(out).toContain("x-make-apikey: …\n");
  expect(out).toContain('"test_lead": "yes"');
  expect(out).toContain("Answered\nHTTP 404\nx-request-id: r1\n\nno");
  expect(out).toContain("(longer: no more of it is kept)\n");
  expect(out).not.toContain("\u001B");
});

it("one that was taken ends with 0", async () => {
  const taken = { ...tested, outcome: "delivered", status_code: 200, error: null, exchanges: [] };
  const { code, out } = await run(["destination", "test", "dst_1"], { env, server: () => json(taken) });
  expect(code).toBe(0);
  expect(out).toContain("Request        none could be built\n");
});
