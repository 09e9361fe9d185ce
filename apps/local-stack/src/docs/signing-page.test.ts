import { execFile, spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { promisify } from "node:util";
import { permissionMeanings } from "@leadrelay/admin-api/access/permissions";
import { keyPermissions } from "@leadrelay/admin-api/access/role-permissions";
import { signatureRefusal } from "@leadrelay/admin-api/access/signature-refusal";
import { signRequest } from "@leadrelay/signing/request-signature/sign-request";
import {
  signatureProblems,
  type SignatureProblem,
} from "@leadrelay/signing/request-signature/signature-problem";
import { signingText } from "@leadrelay/signing/request-signature/signing-text";
import { afterAll, beforeEach, expect, it } from "vitest";
import { startJudgingServer } from "./judging-server.ts";
import { codeBlocks, readDoc } from "./read-docs.ts";

const page = readDoc("docs/signing.md");
const [, variables = "", shellFunction = "", shellCalls = ""] = codeBlocks(page, "sh");
const [nodeProgram = ""] = codeBlocks(page, "js");
const shown = (name: string) => new RegExp(`^${name}=(\\S+)$`, "m").exec(variables)?.[1] ?? "";
const [keyId, secret] = [shown("KEY_ID"), shown("SECRET")];

const server = await startJudgingServer(keyId, secret);
beforeEach(() => void server.take());
afterAll(() => server.close());

const run = promisify(execFile);
const environment = { ...process.env, KEY_ID: keyId, SECRET: secret, BASE_URL: server.baseUrl };

/** The page's function and some calls of it, in the shell every POSIX system has. */
async function inShell(calls: string, change: NodeJS.ProcessEnv = {}) {
  for (const tool of ["openssl", "curl"])
    if (spawnSync(tool, ["version"]).error)
      throw new Error(
        `This test runs the example of docs/signing.md and needs ${tool}: install it and repeat`,
      );
  await run("sh", ["-euc", `${shellFunction}\n${calls}`], { env: { ...environment, ...change } });
  return server.take();
}

const documentedCalls = [
  { line: "GET /api/clients?limit=5", body: "", verdict: "accepted" },
  { line: "POST /api/forms", body: '{"client_id":"cli_demo","name":"Zoë’s flats"}', verdict: "accepted" },
];

it("what the page's openssl and curl send is accepted", async () => {
  expect(await inShell(shellCalls)).toEqual(documentedCalls);
});

it("what the page's Node program sends is accepted", async () => {
  await run(process.execPath, ["--input-type=module", "--eval", nodeProgram], { env: environment });
  expect(server.take()).toEqual(documentedCalls.slice(0, 1));
});

it.each([
  ["/a/../b//c?", ""],
  ["/api/leads?q[]=1&q[]=2&n={x}&o=o%27b&t=%7E~&p=a+b", ""],
  ["/api/leads?", '{"text":"100% \\n `id` $HOME \\"quoted\\" 🦊"}'],
  ["/api/leads", "@not a file"],
  ["/api/leads", "two\nlines\n"],
])("curl sends %s with the body %j as it was signed", async (target, body) => {
  const given = body === "" ? "" : '"$BODY"';
  const sent = await inShell(`signed PATCH "$TARGET" ${given}`, { TARGET: target, BODY: body });
  expect(sent).toEqual([{ line: `PATCH ${target}`, body, verdict: "accepted" }]);
});

it.each([
  [{ SECRET: "" }, "signature_mismatch"],
  [{ SECRET: `${secret.slice(0, -1)}x` }, "signature_mismatch"],
  [{ KEY_ID: "lrk_AAAAAAAAAAAAAAAAAAAA" }, "key_unknown"],
  [{ KEY_ID: "" }, "signature_header_missing"],
])("with %j it is refused: %s", async (change, problem) => {
  expect(await inShell("signed GET /api/clients", change)).toMatchObject([{ verdict: problem }]);
});

it("node:crypto signs like Web Crypto", async () => {
  const parts = { method: "PUT", timestamp: 1_790_000_000, nonce: "n".repeat(16), body: "Zoë" };
  const text = await signingText({ ...parts, target: "/a?b" });
  const headers = await signRequest({ ...parts, keyId, secret, url: "https://relay.example.com/a?b" });
  const hmac = createHmac("sha256", secret).update(text).digest("hex");
  expect(headers["X-LeadRelay-Signature"]).toBe(`v1=${hmac}`);
});

it("the page lists every refusal as the code has it, in its order", () => {
  const rows = [...page.matchAll(/^\| `(\w+)` +\| (.+?) +\| (.+?) +\|$/gm)].map(([, ...cells]) => cells);
  const told = Object.entries(signatureProblems).map(([code, { title, whatToDo }]) => [
    code,
    title,
    whatToDo,
  ]);
  expect(rows).toEqual(told);
});

it("the page tells status and type of each refusal as the API answers it", () => {
  const [base = ""] = /https:\/\/leadrelay\.dev\/problems\//.exec(page) ?? [];
  for (const code of Object.keys(signatureProblems) as SignatureProblem[]) {
    const { problem } = signatureRefusal(code, 0);
    expect(problem).toMatchObject({ status: 401, type: base + code.replaceAll("_", "-") });
  }
  expect(page).toContain(signatureRefusal("signature_mismatch", 0).problem.type);
});

it("the page lists what a key may be given, in the words of the API", () => {
  const rows = [...page.matchAll(/^\| `(\w+:\w+)` +\| (.+?) +\|$/gm)].map(([, ...cells]) => cells);
  expect(rows).toEqual(keyPermissions.map((permission) => [permission, permissionMeanings[permission]]));
});
