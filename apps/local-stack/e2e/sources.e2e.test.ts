import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { demoOwnerOf } from "../harness/demo-owner-of.ts";
import { eventually } from "../harness/eventually.ts";
import { leadrelayFor } from "./leadrelay-process.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const run = promisify(execFile);
let leadrelay: ReturnType<typeof leadrelayFor>;

interface Made {
  id: string;
  secrets: { name: string; value: string }[];
}
const secretOf = ({ secrets }: Made, name: string) => secrets.find((one) => one.name === name)?.value ?? "";
/** At the stack's own address, whatever the installation calls it. */
const pathOf = (address: string) => `${stack().producerUrl}${address.replace(/^https?:\/\/[^/]+/, "")}`;

beforeAll(async () => {
  leadrelay = leadrelayFor(stack());
  const { email, password } = await demoOwnerOf(stack());
  expect((await leadrelay.run(["login", "--email", email, "--stdin"], password)).code).toBe(0);
});

let form: { id: string };
beforeAll(async () => {
  [form = { id: "" }] = await stack().query<{ id: string }>(
    "SELECT id FROM forms WHERE form_key = 'frm_demo'",
  );
});
const create = (kind: string, ...more: string[]): Promise<Made> =>
  leadrelay.json("source", "create", "--name", kind, "--kind", kind, "--form", form.id, ...more);
const post = async (address: string, body: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(pathOf(address), {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return [answer.status, await answer.text()] as const;
};
const submissionsOf = (email: string) =>
  stack().query<{ public_id: string; lead_id: number }>(
    "SELECT public_id, lead_id FROM lead_submissions WHERE contact_email = ?",
    email,
  );
const storedOf = (email: string) =>
  eventually(async () => {
    const found = await submissionsOf(email);
    return found.length > 0 ? found : undefined;
  });

test("a portal's lead is stored once however often it is posted, and its source is seen to bring it", async () => {
  const source = await create("indiamart");
  const push = { RESPONSE: { UNIQUE_QUERY_ID: "Q1", SENDER_NAME: "Asha", SENDER_EMAIL: "q1@example.com" } };
  for (let n = 0; n < 3; n += 1)
    expect(await post(secretOf(source, "address"), push)).toEqual([200, `{"CODE":200,"STATUS":"SUCCESS"}`]);
  const [stored, ...others] = await storedOf("q1@example.com");
  expect(others).toEqual([]);
  const shown = await leadrelay.json("source", "show", source.id);
  expect(shown).toMatchObject({ newest_leads: [{ submission_id: stored?.public_id }] });
});

test("the posting document's own example, typed as it stands, has a lead stored", async () => {
  const source = await create("signed");
  const page = await (await fetch(pathOf(secretOf(source, "posting_document")))).text();
  const example = (/<pre>([^]*?)<\/pre>/.exec(page)?.[1] ?? "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
  const typed = example.replace(/^SECRET=.*$/m, `SECRET='${secretOf(source, "secret")}'`);
  const { stdout } = await run("bash", ["-euc", typed], { env: { PATH: process.env["PATH"] } });
  expect(stdout).toContain("202");
  expect(await storedOf("asha@example.com")).toHaveLength(1);
});
