import { env } from "cloudflare:test";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { leadOutcomes } from "@leadrelay/contracts/callback-limits";
import {
  hashOfSecret,
  newCallbackKey,
  newCallbackSecret,
} from "@leadrelay/signing/callbacks/callback-secret";
import { createCallbackSigner } from "@leadrelay/signing/callbacks/callback-signer";
import { beforeAll, describe, expect, it } from "vitest";
import { startProducer } from "../../test/producer-under-test.ts";

const page = env.CALLBACKS_PAGE;
const host = "https://leads.test";
const delivery = "6bbde7b5-7fdb-83e9-ab31-475779792369";
const lead = "0199c0de-0000-7000-8000-000000000001";
const key = newCallbackKey(crypto.getRandomValues(new Uint8Array(12)));
const secret = newCallbackSecret(key, crypto.getRandomValues(new Uint8Array(32)));
const variables = new Map([
  ["INTAKE", host],
  ["CALLBACK_KEY", key],
  ["CALLBACK_SECRET", secret],
  ["LEAD_ID", lead],
]);

beforeAll(async () => {
  const signer = await createCallbackSigner(`k1:${btoa("m".repeat(32))}`);
  variables.set(
    "CALLBACK_URL",
    `${host}/callbacks/make/${delivery}?token=${await signer.tokenOf("cli_1", delivery)}`,
  );
  await env.KV.put(kvKeys.callbackKeys, JSON.stringify({ v: 1, public_keys: signer.publicKeys }));
  const secrets = [{ hash: await hashOfSecret(secret), until: null }];
  await env.KV.put(kvKeys.callbacks(key), JSON.stringify({ v: 1, client_id: "cli_1", secrets }));
});

const blocks = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, code = ""]) => code);
const commands = blocks.flatMap((block) => block.split("\n")).filter((line) => line.startsWith("curl "));

/** A command's words as a shell reads them: quotes away, and variables filled in where they are not single ones. */
const wordsOf = (line: string): string[] =>
  (line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map((word) =>
    word.replaceAll(/"([^"]*)"|'([^']*)'|([^"']+)/g, (_all, double, single, bare) => {
      if (typeof single === "string") return single;
      const text = String(double ?? bare);
      return text.replaceAll(/\$(\w+)/g, (_name, name: string) => variables.get(name) ?? `no ${name}`);
    }),
  );

/** What curl sends for it: several -d are joined, and are a form where no header says else. */
function requestOf(line: string): { path: string; init: RequestInit } {
  const words = wordsOf(line).slice(1);
  const headers = new Headers();
  const data: string[] = [];
  let [path, method] = ["", "GET"];
  for (let at = 0; at < words.length; at += 1) {
    const next = words[at + 1] ?? "";
    if (words[at] === "-X") method = next;
    else if (words[at] === "-d") data.push(next);
    else if (words[at] === "-H") {
      const [name = "", ...value] = next.split(":");
      headers.set(name, value.join(":").trim());
    } else {
      path = (words[at] ?? "").replace(host, "");
      continue;
    }
    at += 1;
  }
  if (!headers.has("content-type")) headers.set("content-type", "application/x-www-form-urlencoded");
  return { path, init: { method, headers, body: data.join("&") } };
}

describe("a command of docs/callbacks.md", () => {
  const said = [
    {
      kind: "execution",
      delivery_id: delivery,
      result: "done",
      execution_url: "https://eu2.make.com/1/logs/2",
      crm_lead_id: "512",
    },
    { kind: "link", lead: { lead_public_id: lead }, crm_lead_id: "512" },
    { kind: "activity", lead: { crm_lead_id: "512" }, activity: "call", text: "busy", activity_id: "a-1" },
    { kind: "outcome", lead: { crm_lead_id: "512" }, outcome: "won", value: "120000", currency: "INR" },
  ];

  it.each(said.map((each, index) => [each.kind, index, each] as const))(
    "of %s is answered as the page says, and says that",
    async (_kind, index, expected) => {
      const { path, init } = requestOf(commands[index] ?? "");
      const { fetch, sent } = await startProducer();
      const answer = await fetch(path, init);
      const body = JSON.stringify(await answer.json()).replaceAll(/([:,])/g, "$1 ");
      expect(answer.status).toBe(200);
      expect(page).toContain(`\`${body}\``);
      expect(sent).toMatchObject([{ proof: { by: "edge", client_id: "cli_1" }, said: expected }]);
    },
  );

  it("is told of here, each of them", () => expect(commands).toHaveLength(said.length));
});

it.each(leadOutcomes)(
  "the outcome %s is one that docs/callbacks.md names, and that is kept",
  async (outcome) => {
    expect(page).toMatch(new RegExp(`\\b${outcome}\\b`));
    const { fetch, sent } = await startProducer();
    await fetch(`/callbacks/crm/${key}/outcome?crm_lead_id=512&outcome=${outcome}`, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(sent).toMatchObject([{ said: { kind: "outcome", outcome } }]);
  },
);

it.each([
  "lead_public_id",
  "lead_submission_public_id",
  "make_send_public_id",
  "delivery_id",
  "lead_id",
  "crm_lead_id",
])("a lead may be named by its %s, as docs/callbacks.md says", async (name) => {
  expect(page).toContain(`\`${name}\``);
  const { fetch, sent } = await startProducer();
  const query = new URLSearchParams({ [name]: name === "lead_id" ? "7" : lead, outcome: "won" });
  await fetch(`/callbacks/crm/${key}/outcome?${query.toString()}`, {
    method: "POST",
    headers: { authorization: `Bearer ${secret}` },
  });
  expect(sent).toHaveLength(1);
});

it.each([
  ["Authorization: Bearer", { authorization: `Bearer ${secret}` }],
  ["HTTP Basic", { authorization: `Basic ${btoa(`crm:${secret}`)}` }],
  ["X-Callback-Secret", { "x-callback-secret": secret }],
])("a secret may go along by %s, as docs/callbacks.md says", async (words, headers) => {
  expect(page).toContain(words);
  const { fetch, sent } = await startProducer();
  await fetch(`/callbacks/crm/${key}?lead_id=7&crm_lead_id=512`, { method: "POST", headers });
  expect(sent).toHaveLength(1);
});

it.each(["execution_url", "Execution URL"])(
  "a name may be written %s, as docs/callbacks.md says",
  async (name) => {
    expect(page).toContain(`\`${name}\``);
    const { fetch, sent } = await startProducer();
    const url = variables.get("CALLBACK_URL")?.replace(host, "") ?? "";
    await fetch(url, { method: "POST", body: JSON.stringify({ [name]: "https://make.example/1" }) });
    expect(sent).toMatchObject([{ said: { execution_url: "https://make.example/1" } }]);
  },
);
