import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { codeBlocks, readDoc } from "../src/docs/read-docs.ts";
import { demoOwnerOf } from "../harness/demo-owner-of.ts";
import { leadrelayFor } from "./leadrelay-process.ts";
import { signAndSend, type WireRequest } from "./signed-over-the-wire.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const page = readDoc("docs/signing.md");
const [keyCommands = "", variables = "", shellFunction = "", shellCalls = ""] = codeBlocks(page, "sh");
/** The page's own command lines of this noun and verb, as they are typed. */
const typedOf = (verb: string) =>
  (
    keyCommands
      .split("\n")
      .find((line) => line.startsWith(`./leadrelay key ${verb} `))
      ?.match(/"[^"]*"|\S+/g) ?? []
  )
    .slice(1)
    .map((word) => word.replaceAll('"', ""));
const [nodeProgram = ""] = codeBlocks(page, "js");
const session = codeBlocks(page, "sh").at(-1) ?? "";
const run = promisify(execFile);
let key: { id: string; secret: string };
let leadrelay: ReturnType<typeof leadrelayFor>;

beforeAll(async () => {
  leadrelay = leadrelayFor(stack());
  const { email, password } = await demoOwnerOf(stack());
  await leadrelay.run(["login", "--email", email, "--stdin"], password);
  key = await leadrelay.json(...typedOf("create"));
});

const environment = () => ({
  PATH: process.env["PATH"],
  KEY_ID: key.id,
  SECRET: key.secret,
  BASE_URL: stack().consumerUrl,
});

describe("what docs/signing.md shows", () => {
  test("openssl and curl are let in, for a read and for a change", async () => {
    const inShell = async (call: string) => {
      const { stdout } = await run("sh", ["-euc", `${shellFunction}\n${call}`], { env: environment() });
      return JSON.parse(stdout) as unknown;
    };
    expect(await inShell("signed GET '/api/clients?limit=5'")).toMatchObject({ items: [{ id: "cli_demo" }] });
    expect(await inShell(`signed POST /api/clients '{"agency_id":"agc_demo","name":"x"}'`)).toMatchObject({
      status: 403,
    });
    expect(await inShell("SECRET=x; signed GET /api/clients")).toMatchObject({
      status: 401,
      type: "https://leadrelay.dev/problems/signature-mismatch",
    });
  });

  test("every command of the page runs as it is written, with the key that its first one makes", async () => {
    const ours = [
      ["KEY_ID", key.id],
      ["SECRET", key.secret],
      ["BASE_URL", stack().consumerUrl],
    ].reduce(
      (text, [name, value]) => text.replace(new RegExp(`^${name}=\\S+$`, "m"), `${name}=${value}`),
      variables,
    );
    const { PATH } = environment();
    const { stdout } = await run("sh", ["-euc", `${ours}\n${shellFunction}\n${shellCalls}`], {
      env: { PATH },
    });
    const answers = stdout.split(/(?<=\})(?=\{)/).map((answer) => JSON.parse(answer) as unknown);
    expect(answers).toMatchObject([
      { items: [{ id: "cli_demo" }] },
      { client_id: "cli_demo", name: "Zoë’s flats" },
    ]);
  });

  test("a key is rotated and revoked by the page's commands", async () => {
    const made = await leadrelay.json<{ id: string }>(...typedOf("create"));
    const [rotate, revoke] = ["rotate", "revoke"].map((verb) =>
      typedOf(verb).map((word) => (word.startsWith("lrk_") ? made.id : word)),
    );
    expect(await leadrelay.json(...(rotate ?? []))).toMatchObject({ id: made.id });
    expect((await leadrelay.run([...(revoke ?? []), "--yes"])).code).toBe(0);
  });

  test("the Node program is let in", async () => {
    const program = ["--input-type=module", "--eval", nodeProgram];
    const { stdout } = await run(process.execPath, program, { env: environment() });
    expect(JSON.parse(stdout)).toMatchObject({ items: [{ id: "cli_demo" }] });
  });
});

test("a person signs in, reads, changes and signs out as docs/signing.md shows", async () => {
  const { email, password } = await demoOwnerOf(stack());
  const [reading = "", ...commands] = session.split("\n");
  expect(reading).toMatch(/^read -r EMAIL; read -rs PASSWORD\b/);
  const env = { ...environment(), EMAIL: email, PASSWORD: password };
  const inShell = async (script: string) =>
    (await run("sh", ["-euc", script], { env, cwd: stack().stateDir })).stdout;
  const answers = (await inShell(commands.join("\n"))).split(/(?<=\})(?=\{)/);
  expect(answers.map((answer) => JSON.parse(answer) as unknown)).toMatchObject([
    { user: { email } },
    { items: [{ id: "cli_demo" }] },
    { client_id: "cli_demo", name: "Hilltop" },
    { success: true },
  ]);
  const withoutOrigin = commands.join("\n").replaceAll(' -H "Origin: $BASE_URL"', "");
  expect(await inShell(withoutOrigin)).toContain("problems/other-site");
});

const plain: WireRequest = { method: "GET", target: "/api/me", body: "" };
const change: WireRequest = {
  method: "PATCH",
  target: "/api/clients/cli_demo",
  body: '{"name":"Demo client"}',
  more: [["If-Match", "*"]],
};

describe("over a bare socket", () => {
  test.each<[what: string, signed: WireRequest, expected: string]>([
    ["a read", plain, "200"],
    ["an address that would be written anew", { ...plain, target: "/api/me?a=%7e&&b=o'c|d" }, "200"],
    ["a path that only parses to an operation's", { ...plain, target: "/api/x/../me" }, "404 not-found"],
    ["a read with a body", { ...plain, body: "{}" }, "200"],
    ["a read with a body in chunks", { ...plain, body: "{}", chunked: true }, "400 malformed-request"],
    ["a change", change, "200"],
    ["a change in chunks", { ...change, chunked: true }, "200"],
    [
      "a change at an address that would be written anew",
      { ...change, target: `${change.target}?a='` },
      "200",
    ],
    [
      "a change in chunks at such an address",
      { ...change, target: `${change.target}?a='|`, chunked: true },
      "200",
    ],
  ])("%s is judged as it was sent", async (_what, signed, expected) => {
    expect(await signAndSend(stack().consumerUrl, key, signed)).toBe(expected);
  });

  test.each<[what: string, signed: WireRequest, sent: Partial<WireRequest>, problem: string]>([
    ["a path that parses to the signed one", plain, { target: "/api/x/../me" }, "signature-mismatch"],
    ["a doubled slash", plain, { target: "/api//me" }, "signature-mismatch"],
    ["an encoded letter", plain, { target: "/api/m%65" }, "signature-mismatch"],
    ["a lone question mark", plain, { target: "/api/me?" }, "signature-mismatch"],
    ["another method", plain, { method: "DELETE" }, "signature-mismatch"],
    ["a body on a read", plain, { body: "{}" }, "signature-mismatch"],
    ["another body", change, { body: '{"name":"Tampered"}' }, "signature-mismatch"],
    ["another body in chunks", change, { body: '{"name":"Tampered"}', chunked: true }, "signature-mismatch"],
    ["no body", change, { body: "" }, "signature-mismatch"],
    ["a second nonce", plain, { more: [["X-LeadRelay-Nonce", "n".repeat(20)]] }, "signature-header-doubled"],
    ["a second, empty key", plain, { more: [["x-leadrelay-key", ""]] }, "signature-header-doubled"],
  ])("%s is refused, and nothing is changed", async (_what, signed, sent, problem) => {
    const answer = await signAndSend(stack().consumerUrl, key, signed, { ...signed, ...sent });
    expect(answer).toBe(`401 ${problem}`);
    expect(await stack().query("SELECT name FROM clients WHERE id = 'cli_demo'")).toEqual([
      { name: "Demo client" },
    ]);
  });
});
