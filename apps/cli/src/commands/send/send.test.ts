import { describe, expect, it } from "vitest";
import { keyEnv } from "../../../test/fake-installation.ts";
import { json, problem, run, testNow, type FakeServer } from "../../../test/outside-in-memory.ts";

const env = { LEADRELAY_INTAKE_URL: "https://leads.example.com" };
const signedIn = { ...env, ...keyEnv };
const accepted = () =>
  json({ submission_id: "01a1", status: "accepted", redirect_url: null }, { status: 202 });
const takes: FakeServer = () => accepted();
const only = ["send", "--form", "frm_site", "--no-follow"];

describe("posting", () => {
  it("goes to the form's public address, without any credential", async () => {
    const { code, out, sent } = await run([...only, "--field", "budget=2=3"], { env, server: takes });
    expect([code, out]).toEqual([0, "Accepted: submission 01a1 to form frm_site, marked as a test.\n"]);
    expect(sent[0]?.request.url).toBe("https://leads.example.com/f/frm_site");
    expect([...(sent[0]?.request.headers.keys() ?? [])].toSorted()).toEqual(["accept", "content-type"]);
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
      name: "LeadRelay test",
      email: "leadrelay-test-01234567@example.com",
      budget: "2=3",
      __leadrelay_test: "yes",
    });
  });

  it("takes a phone alone", async () => {
    const { sent } = await run([...only, "--phone", "+91 9999999999"], { env, server: takes });
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
      name: "LeadRelay test",
      phone: "+91 9999999999",
      __leadrelay_test: "yes",
    });
  });

  it.each([
    [["--test"], { __leadrelay_test: "yes" }, "marked as a test"],
    [["--live"], {}, "a real lead"],
  ])("with %j says which it is", async (args, marker, said) => {
    const { out, sent } = await run([...only, "--phone", "1", ...args], { env, server: takes });
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({ name: "LeadRelay test", phone: "1", ...marker });
    expect(out).toContain(said);
  });

  it("is not both a test and a real lead", async () => {
    const { code, sent } = await run([...only, "--test", "--live"], { env, server: takes });
    expect([code, sent.length]).toEqual([2, 0]);
  });

  const mapped = {
    "your-name": "name",
    "your-email": "email",
    "mail-2": "email",
    "tel-123": "phone",
    budget: "keyword",
    campaign: "utm_campaign",
    url: "honeypot",
  };
  const samples = {
    "your-name": "LeadRelay test",
    budget: "test keyword",
    campaign: "test utm_campaign",
  };
  const made = "leadrelay-test-01234567@example.com";
  const site: FakeServer = ({ url }) =>
    url.endsWith("/api/forms/form_1") ? json({ form_key: "frm_site", field_mapping: mapped }) : accepted();
  it.each([
    [[], { ...samples, "your-email": made, "tel-123": "+44 7700 900743" }],
    [["--phone", "1"], { ...samples, "your-email": made, "tel-123": "1" }],
    [["--field", "tel-123=2", "--live"], { ...samples, "your-email": made, "tel-123": "2" }],
    [["--field", "mail-2=a@b.c"], { ...samples, "mail-2": "a@b.c", "tel-123": "+44 7700 900743" }],
    [
      ["--field", "note=x", "--email", "a@b.c"],
      { ...samples, "your-email": "a@b.c", "tel-123": "+44 7700 900743", note: "x" },
    ],
  ])("--as-form with %j names fields as the form's own mapping does", async (args, posted) => {
    const { out, sent } = await run(["send", "--form", "form_1", "--as-form", "--no-follow", ...args], {
      env: signedIn,
      server: site,
    });
    const marker = new Set<string>(args).has("--live") ? {} : { __leadrelay_test: "yes" };
    expect(JSON.parse(sent.at(-1)?.body ?? "")).toEqual({ ...posted, ...marker });
    expect(out).toContain("Its fields: your-name, ");
  });

  it("--as-form needs signing in before anything is posted", async () => {
    const { code, sent } = await run([...only, "--as-form"], { env, server: takes });
    expect([code, sent.length]).toEqual([2, 0]);
  });

  it("knows the local stack's port", async () => {
    const { sent } = await run([...only, "--url", "http://127.0.0.1:8788"], { server: takes });
    expect(sent[0]?.request.url).toBe("http://127.0.0.1:8787/f/frm_site");
  });

  it("goes where the installation says that forms post to", async () => {
    const told: FakeServer = (request) =>
      request.url.endsWith("/api/me") ? json({ intake_url: "https://leads.example.com" }) : accepted();
    const { sent } = await run(only, { env: keyEnv, server: told });
    expect(sent.at(-1)?.request.url).toBe("https://leads.example.com/f/frm_site");
  });

  it("elsewhere needs the address", async () => {
    const { code, err } = await run([...only, "--url", "https://relay.example.com"], { server: takes });
    expect(code).toBe(2);
    expect(err).toContain("give --intake-url");
  });

  it("tells why a form refuses", async () => {
    const server: FakeServer = () => problem(404, "not-found", "There is no form with this key.");
    const { code, err } = await run(only, { env, server });
    expect(code).toBe(1);
    expect(err).toContain("There is no form with this key.");
  });

  it("takes no field without a name", async () => {
    expect((await run([...only, "--field", "=x"], { env, server: takes })).code).toBe(2);
  });
});

describe("following", () => {
  const came = { at: testNow, what: "It came in.", error: null, note: null };
  const sentOn = { at: testNow + 1_000, what: "Make took it.", error: null, note: null };
  const at = (state: string, ...steps: object[]) => ({
    found: true,
    story: {
      submission_id: "01a1",
      lead_id: null,
      client_id: "cli_1",
      steps,
      stands: { state, sentence: `It is ${state}.`, next: "Wait.", actions: [] },
    },
    candidates: [],
    sentences: [],
  });
  const nowhere = { found: false, story: null, candidates: [], sentences: ["Look elsewhere."] };
  const following =
    (...looks: object[]): FakeServer =>
    (request) => {
      if (request.method === "POST") return accepted();
      return json(looks.length > 1 ? looks.shift() : looks[0]);
    };
  const args = ["send", "--form", "frm_site"];

  it("tells each step once, as it happens, and where it landed", async () => {
    const server = following(
      nowhere,
      at("pending", came),
      at("in_flight", came),
      at("delivered", came, sentOn),
    );
    const { code, out, err } = await run(args, { env: signedIn, server });
    expect(err).toBe(
      "Accepted: submission 01a1 to form frm_site, marked as a test.\n2026-11-21 17:30:00  It came in.\n2026-11-21 17:30:01  Make took it.\n",
    );
    expect([code, out]).toEqual([0, "It is delivered.\n"]);
  });

  it.each([
    [[], ["Wait.", "Not as a test but as a real lead: leadrelay send --form frm_site --live"]],
    [["--live"], ["Wait."]],
  ])("tells with %j what would have it reach somebody, where it went nowhere", async (more, told) => {
    const server = following(at("nothing_to_send", came));
    const { code, out, err } = await run([...args, ...more], { env: signedIn, server });
    expect([code, out]).toEqual([0, "It is nothing_to_send.\n"]);
    expect(err.trimEnd().split("\n").slice(2)).toEqual(told);
  });

  it.each(["dead", "blocked", "held", "dead_letter"])("ends with 4 at once when it is %s", async (state) => {
    const { code, err, sent } = await run(args, { env: signedIn, server: following(at(state, came)) });
    expect([code, sent.length]).toEqual([4, 2]);
    expect(err).toContain("It has not landed. Wait.\nLater: leadrelay lead find 01a1\n");
  });

  it("ends with 4 when the time is over, wherever it is then", async () => {
    const { code, out } = await run([...args, "--timeout", "10s"], {
      env: signedIn,
      server: following(at("pending", came)),
    });
    expect([code, out]).toEqual([4, "It is pending.\n"]);
    const unseen = await run([...args, "-o", "json"], { env: signedIn, server: following(nowhere) });
    expect([unseen.code, JSON.parse(unseen.out)]).toMatchObject([4, { submission_id: "01a1", story: null }]);
  });

  it("by somebody who is not signed in posts nothing", async () => {
    const { code, sent } = await run([...args, "--url", "https://relay.example.com"], { env, server: takes });
    expect([code, sent.length]).toEqual([3, 0]);
  });
});
