import { expect, it } from "vitest";
import { installation, url, you } from "../../../test/fake-installation.ts";
import { newFolder, problem, run } from "../../../test/outside-in-memory.ts";

async function signedIn() {
  const configDir = newFolder();
  const args = ["login", "--url", url, "--email", you.name, "--stdin"];
  await run(args, { stdin: "correct horse", server: installation(), configDir });
  return configDir;
}

it("logout ends the session there and forgets it here", async () => {
  const configDir = await signedIn();
  const { code, sent } = await run(["logout"], { configDir, server: installation() });
  expect(code).toBe(0);
  expect(sent[0]?.request.url).toBe(`${url}/api/auth/sign-out`);
  expect(sent[0]?.request.headers.get("cookie")).toBe("__Secure-leadrelay.session_token=abc.def");
  expect((await run(["whoami"], { configDir, server: installation() })).code).toBe(3);
});

it("logout forgets the session also when the server does not answer, and says so", async () => {
  const configDir = await signedIn();
  const { code, err } = await run(["logout"], { configDir });
  expect(code).toBe(1);
  expect(err).toContain("This machine has forgotten the session");
  expect((await run(["logout"], { configDir })).code).toBe(5);
});

it("a session that is over already is no error", async () => {
  const configDir = await signedIn();
  const server = () => problem(401, "not-signed-in", "Sign in first.");
  expect((await run(["logout"], { configDir, server })).code).toBe(0);
});
