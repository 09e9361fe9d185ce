import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { installation, key, url, you } from "../../../test/fake-installation.ts";
import { newFolder, run } from "../../../test/outside-in-memory.ts";

const signIn = ["login", "--url", url, "--email", you.name, "--stdin"];

describe("login with a password", () => {
  it("keeps the session for the owner alone, remembers the address, and is then used", async () => {
    const { code, out, configDir } = await run(signIn, { stdin: "correct horse\n", server: installation() });
    expect(out).toBe("Signed in to https://relay.example.com as asha@example.com (profile default).\n");
    expect(code).toBe(0);
    const file = join(configDir, "credentials.toml");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, "utf8")).not.toContain("correct horse");
    const later = await run(["whoami"], { configDir, server: installation() });
    expect(later.code).toBe(0);
    expect(later.sent[0]?.request.headers.get("cookie")).toBe("__Secure-leadrelay.session_token=abc.def");
    expect(later.sent[0]?.request.headers.get("origin")).toBe(url);
  });

  it("remembers where forms post to as well, when that is said", async () => {
    const intake = "https://leads.example.com";
    const { configDir } = await run([...signIn, "--intake-url", intake], {
      stdin: "correct horse",
      server: installation(),
    });
    const kept = () => readFileSync(join(configDir, "config.toml"), "utf8");
    expect(kept()).toContain(`intake_url = "${intake}"`);
    const again = { configDir, stdin: "correct horse", server: installation() };
    await run(signIn, { ...again, env: { LEADRELAY_INTAKE_URL: "https://other.example.com" } });
    expect(kept()).toContain(`intake_url = "${intake}"`);
    await run(signIn.with(2, "https://another.example.com"), again);
    expect(kept()).toContain("https://another.example.com");
    expect(kept()).not.toContain("intake_url");
  });

  it("learns from the installation where forms post to, and --intake-url goes before it", async () => {
    const intake = "http://127.0.0.1:9001";
    const args = { stdin: "correct horse", server: installation({ intake }) };
    const { configDir } = await run(signIn, args);
    const kept = () => readFileSync(join(configDir, "config.toml"), "utf8");
    expect(kept()).toContain(`intake_url = "${intake}"`);
    await run([...signIn, "--intake-url", "https://own.example"], { ...args, configDir });
    expect(kept()).toContain('intake_url = "https://own.example"');
  });

  it.each(["http://leads.example.com", "javascript:alert(1)", "https://a.example/f/x", ""])(
    "does not keep %j, which no settings file may hold",
    async (intake) => {
      const { code, configDir } = await run(signIn, {
        stdin: "correct horse",
        server: installation({ intake }),
      });
      expect(code).toBe(0);
      expect(readFileSync(join(configDir, "config.toml"), "utf8")).not.toContain("intake_url");
    },
  );

  it("tells the server where it comes from, as the sign-in asks for", async () => {
    const { sent } = await run(signIn, { stdin: "correct horse", server: installation() });
    expect(sent[0]?.request.headers.get("origin")).toBe(url);
  });

  it("keeps nothing of what was refused", async () => {
    const { code, err, configDir } = await run(signIn, { stdin: "wrong", server: installation() });
    expect(code).toBe(3);
    expect(err).toContain("No operator has this e-mail address and password.");
    expect((await run(["whoami", "--url", url], { configDir })).code).toBe(3);
  });

  it("takes the authenticator's code from a flag", async () => {
    const server = installation({ secondFactor: true });
    const { code, configDir } = await run([...signIn, "--code", "123 456"], {
      stdin: "correct horse",
      server,
    });
    expect(code).toBe(0);
    expect(readFileSync(join(configDir, "credentials.toml"), "utf8")).not.toContain("two_factor");
  });

  it("asks for all of it at a terminal, on standard error, without showing the password", async () => {
    const { code, out, err } = await run(["login"], {
      server: installation({ secondFactor: true }),
      typed: [
        ["Address of the API", `\u0015${url}\r`],
        ["E-mail", `${you.name}\r`],
        ["Password", "correct horse\r"],
        ["Code of your authenticator", "123456\r"],
      ],
    });
    expect(err).not.toContain("correct horse");
    expect(out).toBe("Signed in to https://relay.example.com as asha@example.com (profile default).\n");
    expect(code).toBe(0);
  });

  it("ends when the person cancels", async () => {
    const { code, err } = await run(["login"], { typed: [["Address of the API", "\u0003"]] });
    expect(code).toBe(1);
    expect(err).toContain("Cancelled. Nothing was changed.");
  });

  it.each([
    ["--url", ["login", "--email", you.name, "--stdin"]],
    ["--email", ["login", "--url", url, "--stdin"]],
    ["--stdin", ["login", "--url", url, "--email", you.name]],
  ])("without a terminal a missing %s is a wrong usage that names it", async (flag, args) => {
    const { code, err } = await run(args, { stdin: "correct horse", server: installation() });
    expect(code).toBe(2);
    expect(err).toContain(`give ${flag}`);
  });

  it.each([
    ["http://relay.example.com", "https://"],
    ["relay.example.com", "such as https://relay.example.com"],
    ["https://relay.example.com/api", "no path"],
    ["https://me:pw@relay.example.com", "no user name"],
  ])("sends no password to %s", async (wrong, why) => {
    const { code, err, sent } = await run(["login", "--url", wrong, "--email", you.name, "--stdin"], {
      stdin: "x",
    });
    expect([code, sent.length]).toEqual([2, 0]);
    expect(err).toContain(why);
  });
});

describe("login with an access key", () => {
  it("tries the key, keeps it for the owner alone, and signs with it from then on", async () => {
    const args = ["login", "--url", url, "--key-id", key.id, "--stdin"];
    const { code, configDir } = await run(args, { stdin: `${key.secret}\n`, server: installation() });
    expect(code).toBe(0);
    const later = await run(["whoami"], { configDir, server: installation() });
    expect(later.code).toBe(0);
    expect(later.sent[0]?.request.headers.get("x-leadrelay-signature")).toMatch(/^v1=[0-9a-f]{64}$/);
    expect(JSON.stringify([...(later.sent[0]?.request.headers ?? [])])).not.toContain(key.secret);
  });

  it("says of a key that is none what is wrong, before it is sent", async () => {
    const args = ["login", "--url", url, "--key-id", "mine", "--stdin"];
    const { code, err, sent } = await run(args, { stdin: key.secret, server: installation() });
    expect([code, sent.length]).toEqual([2, 0]);
    expect(err).toContain("the key id is malformed");
  });
});

it("profiles are apart: one's session is not another's", async () => {
  const configDir = newFolder();
  await run([...signIn, "--profile", "acme"], { stdin: "correct horse", server: installation(), configDir });
  expect((await run(["whoami", "--profile", "acme"], { configDir, server: installation() })).code).toBe(0);
  const other = await run(["whoami", "--profile", "other", "--url", url], {
    configDir,
    server: installation(),
  });
  expect([other.code, other.sent.length]).toEqual([3, 0]);
});

it("a session is sent to the installation it was made at, and to no other", async () => {
  const configDir = newFolder();
  await run(signIn, { stdin: "correct horse", server: installation(), configDir });
  const elsewhere = await run(["whoami", "--url", "https://evil.example"], {
    configDir,
    server: installation(),
  });
  expect([elsewhere.code, elsewhere.sent.length]).toEqual([3, 0]);
  expect(elsewhere.err).toContain("signed in to https://relay.example.com, and to no other");
});
