import { expect, it } from "vitest";
import { json, problem, run, type FakeServer } from "../../../test/outside-in-memory.ts";

const env = { LEADRELAY_INTAKE_URL: "https://leads.example.com" };
const takes: FakeServer = () =>
  json({ submission_id: "01a1", status: "accepted", redirect_url: null }, { status: 202 });

it("a test submission goes to the form's public address, without any credential", async () => {
  const { code, out, sent } = await run(["send", "--form", "frm_site", "--field", "budget=2=3"], {
    env,
    server: takes,
  });
  expect([code, out]).toEqual([0, "Accepted: submission 01a1 to form frm_site.\n"]);
  expect(sent[0]?.request.url).toBe("https://leads.example.com/f/frm_site");
  expect([...(sent[0]?.request.headers.keys() ?? [])].toSorted()).toEqual(["accept", "content-type"]);
  expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
    name: "LeadRelay test",
    email: "leadrelay-test-01234567@example.com",
    budget: "2=3",
  });
});

it("a phone alone is enough", async () => {
  const { sent } = await run(["send", "--form", "frm_site", "--phone", "+91 9999999999"], {
    env,
    server: takes,
  });
  expect(JSON.parse(sent[0]?.body ?? "")).toEqual({ name: "LeadRelay test", phone: "+91 9999999999" });
});

it("for the local stack the intake's port is known", async () => {
  const { sent } = await run(["send", "--form", "f", "--url", "http://127.0.0.1:8788"], { server: takes });
  expect(sent[0]?.request.url).toBe("http://127.0.0.1:8787/f/f");
});

it("elsewhere the address has to be named", async () => {
  const { code, err } = await run(["send", "--form", "f", "--url", "https://relay.example.com"], {
    server: takes,
  });
  expect(code).toBe(2);
  expect(err).toContain("give --intake-url");
});

it("a form that refuses is told with its reason", async () => {
  const server: FakeServer = () => problem(404, "not-found", "There is no form with this key.");
  const { code, err } = await run(["send", "--form", "nope"], { env, server });
  expect(code).toBe(1);
  expect(err).toContain("There is no form with this key.");
});

it("a field without a name is a wrong usage", async () => {
  expect((await run(["send", "--form", "f", "--field", "=x"], { env, server: takes })).code).toBe(2);
});
