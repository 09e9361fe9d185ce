import { checkSignature } from "@leadrelay/signing/request-signature/check-signature";
import { readSignatureHeaders } from "@leadrelay/signing/request-signature/read-signature-headers";
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { installation, key, keyEnv, url, you } from "../../../test/fake-installation.ts";
import { newFolder, run, testNow } from "../../../test/outside-in-memory.ts";

interface Signed {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
}

async function isTaken({ method, url: address, headers, body }: Signed): Promise<boolean> {
  const read = readSignatureHeaders(new Headers(headers), testNow);
  return read.ok && checkSignature(read, [key.secret], { method, url: address, body: body ?? "" });
}

describe("a signed request", () => {
  it.each([
    [["GET", "/api/clients?limit=5"], ""],
    [["POST", "/api/clients", "--body", '{"name":"Zoë’s flats"}'], ""],
    [["POST", "/api/clients", "--stdin"], '{"name":"It\'s"}'],
    [["DELETE", "/api/forms/frm_1"], ""],
  ])("of %j is one the server takes", async (args, stdin) => {
    const { code, out } = await run(["sign", ...args, "--output", "json"], { env: keyEnv, stdin });
    expect(code).toBe(0);
    const signed = JSON.parse(out) as Signed;
    expect(await isTaken(signed)).toBe(true);
    expect(await isTaken({ ...signed, url: `${signed.url}x` })).toBe(false);
  });

  it("is printed as a curl that a shell takes as it is meant, without the secret", async () => {
    const args = ["sign", "POST", "/api/clients?a=$(id)&b='x'", "--body", '{"name":"It\'s `id`"}'];
    const { out } = await run(args, { env: keyEnv });
    expect(out).not.toContain(key.secret);
    const script = `curl() { printf '%s\\0' "$@"; }\n${out}`;
    const given = execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0");
    const after = (flag: string) => given.filter((_arg, index) => given[index - 1] === flag);
    const headers = Object.fromEntries(after("-H").map((line) => line.split(": ") as [string, string]));
    const address = given.find((arg) => arg.startsWith(url)) ?? "";
    const [body = null] = after("--data-raw");
    expect(body).toBe('{"name":"It\'s `id`"}');
    expect(await isTaken({ method: "POST", url: address, headers, body })).toBe(true);
  });
});

it.each([
  [["GET", "api/clients"], "begins with a slash"],
  [["GET", "/api/clients", "--body", "{}"], "A GET has no body"],
  [["POST", "/api/clients", "--stdin"], "Standard input was empty"],
])("%j is a wrong usage", async (args, what) => {
  const { code, err } = await run(["sign", ...args], { env: keyEnv });
  expect(code).toBe(2);
  expect(err).toContain(what);
});

it("a session cannot sign, and the command says what can", async () => {
  const configDir = newFolder();
  const signIn = ["login", "--url", url, "--email", you.name, "--stdin"];
  await run(signIn, { configDir, stdin: "correct horse", server: installation() });
  const { code, err } = await run(["sign", "GET", "/api/me"], { configDir });
  expect(code).toBe(3);
  expect(err).toContain("login --key-id");
});
