import { describe, expect, it } from "vitest";
import { installation, keyEnv, url, you } from "../test/fake-installation.ts";
import { json, problem, run } from "../test/outside-in-memory.ts";

describe("how a command ends", () => {
  it.each([
    [0, ["--help"]],
    [0, ["login", "--help"]],
    [2, []],
    [2, ["nope"]],
    [2, ["whoami", "--nope"]],
    [2, ["whoami", "more"]],
    [2, ["send"]],
    [2, ["sign", "FETCH", "/"]],
  ])("with %i for %j", async (code, args) => {
    expect((await run(args)).code).toBe(code);
  });

  it.each([
    [3, 401, "not-signed-in"],
    [3, 403, "not-permitted"],
    [1, 404, "not-found"],
    [1, 503, "not-available"],
  ])("with %i when the server refuses with %i", async (code, status, type) => {
    const refused = await run(["whoami"], {
      env: keyEnv,
      server: () => problem(status, type, "Why it is so."),
    });
    expect(refused.code).toBe(code);
    expect(refused.out).toBe("");
    expect(refused.err).toContain(`error: Title of ${type}\n  Why it is so.\n`);
    expect(refused.err).toContain("Request id: req_1");
  });

  it("with 1 when nobody answers, and says where", async () => {
    const { code, err } = await run(["whoami"], { env: keyEnv });
    expect(code).toBe(1);
    expect(err).toContain(`${url} cannot be reached: ECONNREFUSED.`);
  });

  it("with 1 when somebody else answers", async () => {
    const { code, err } = await run(["whoami"], {
      env: keyEnv,
      server: () => new Response("<html>Bad gateway", { status: 502 }),
    });
    expect(code).toBe(1);
    expect(err).toContain("The server answered 502, and not as LeadRelay does.");
  });

  it("does not follow a redirect with its credentials", async () => {
    const { code, sent } = await run(["whoami"], {
      env: keyEnv,
      server: () => new Response(null, { status: 302, headers: { location: "https://evil.example" } }),
    });
    expect([code, sent.length]).toEqual([1, 1]);
    expect(sent[0]?.request.redirect).toBe("manual");
  });
});

describe("a command it names is one to be typed here", () => {
  const calledAs = "./leadrelay";
  it.each([
    ["in what goes wrong", [], "`./leadrelay --help` lists them."],
    ["in what the server refuses", ["whoami"], "run `./leadrelay login`: the session is over."],
    ["in help", ["lead", "find", "--help"], "Usage: ./leadrelay lead find [options] <what>"],
    [
      "in a document",
      ["whoami", "-o", "json"],
      '"what_to_do": "run `./leadrelay login`: the session is over."',
    ],
  ])("%s", async (_where, args, told) => {
    const server = () => problem(401, "not-signed-in", "Why it is so.");
    const { out, err } = await run(args, { env: keyEnv, calledAs, server });
    expect(out + err).toContain(told);
    expect(out + err).not.toMatch(/(?<![./])leadrelay (login|--help|lead)/);
  });
});

describe("what a command writes", () => {
  it("as JSON is one document on standard output and nothing else", async () => {
    const { out, err } = await run(["whoami", "--output", "json"], { env: keyEnv, server: installation() });
    expect(JSON.parse(out)).toEqual(you);
    expect(err).toBe("");
  });

  it("for a person is aligned, without tabs, colours or blanks at the end, and with whole ids", async () => {
    const { out } = await run(["whoami"], { env: keyEnv, server: installation() });
    expect(out).toBe(
      [
        "E-mail        asha@example.com",
        "Signed in     with a password",
        "Installation  https://relay.example.com",
        "Profile       default",
        "",
        "AGENCY    ROLE             CLIENTS  MAY",
        "agy_demo  agency_operator  cli_1    leads:read",
        "                           cli_2    leads:write",
        "",
      ].join("\n"),
    );
  });

  it("may be chosen by the environment", async () => {
    const env = { ...keyEnv, LEADRELAY_OUTPUT: "json" };
    expect(JSON.parse((await run(["whoami"], { env, server: installation() })).out)).toEqual(you);
  });

  it("on a refusal, as JSON, is the problem on standard error", async () => {
    const server = () => problem(403, "not-permitted", "Your role does not allow this.");
    const { out, err } = await run(["-o", "json", "whoami"], { env: keyEnv, server });
    expect(out).toBe("");
    expect(JSON.parse(err)).toMatchObject({
      type: "https://leadrelay.dev/problems/not-permitted",
      status: 403,
      request_id: "req_1",
      what_to_do: expect.stringContaining("an owner of the agency"),
    });
  });

  it.each([
    [["nope", "--output", "json"], {}],
    [["whoami", "--url", "x", "--output", "json"], {}],
    [["nope"], { LEADRELAY_OUTPUT: "json" }],
  ])("on a wrong usage %j is a document too", async (args, env) => {
    const { err } = await run(args, { env });
    expect(JSON.parse(err)).toMatchObject({ type: "https://leadrelay.dev/problems/cli-usage" });
  });

  it("names the fields at fault once", async () => {
    const errors = [{ field: "name", detail: "is too long" }];
    const body = {
      type: "x",
      title: "Invalid",
      status: 422,
      detail: "In the body: name: is too long.",
      errors,
    };
    const server = () => json(body, { status: 422 });
    const { err } = await run(["whoami"], { env: keyEnv, server });
    expect(err.match(/is too long/g)).toHaveLength(1);
  });
});
