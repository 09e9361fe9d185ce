import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const destination = {
  id: "dst_1",
  client_id: "cli_1",
  name: "CRM",
  kind: "webhook",
  settings: { url_hint: "https://crm.example/…", signature: "standard", has_secret: true },
  enabled: true,
  disabled_at: null,
  deleted_at: null,
  event_types: ["lead.created", "lead.updated"],
  environments: ["production"],
  retry_schedule: null,
  timeout_ms: null,
  created_at: testNow,
  updated_at: testNow,
};
const kinds = { items: [{ kind: "webhook", title: "Webhook", guide: [], per_second: 10, settings: [] }] };
const answering =
  (more: object = {}) =>
  ({ url }: Request) =>
    json(url.endsWith("-kinds") ? kinds : { ...destination, ...more }, { headers: { etag: '"7"' } });

const rotate = (args: readonly string[], given: object = {}) =>
  run(["destination", "rotate-secret", "dst_1", ...args], {
    env,
    server: answering({ secret, previous_secret_until: testNow + 86_400_000 }),
    ...given,
  });

it("a new secret stands alone on standard output, beside it until when the old one signs", async () => {
  const { out, err, sent } = await rotate([]);
  expect(out).toBe(`${secret}\n`);
  expect(err).toContain("shown this once: give it to whoever runs the receiver (docs/verify-webhooks.md)");
  expect(err).toMatch(/The secret until now signs, too, until 2026-11-22/);
  expect(sent.at(-1)?.request.url).toContain("/api/destinations/dst_1/secret");
  expect(JSON.parse(sent.at(-1)?.body ?? "")).toEqual({ overlap_seconds: 86_400 });
});

it("the overlap is as long as it is said to be", async () => {
  const { sent } = await rotate(["--overlap", "7d"]);
  expect(JSON.parse(sent.at(-1)?.body ?? "")).toEqual({ overlap_seconds: 604_800 });
  expect(await rotate(["--overlap", "soon"])).toMatchObject({ code: 2 });
});

it("a secret ends at once only after a yes", async () => {
  const question = "End the secret that dst_1 signs with at once?";
  const no = await rotate(["--overlap", "0"], { typed: [[question, "n"]] });
  expect(no.sent.filter(({ request }) => request.method === "POST")).toEqual([]);
  const server = answering({ secret, previous_secret_until: null });
  const { err, out } = await rotate(["--overlap", "0", "--yes"], { server });
  expect(out).toBe(`${secret}\n`);
  expect(err).toContain("The secret until now signs nothing any more.");
});

it.each([
  ["is made", ["create", "--client", "cli_1", "--name", "CRM", "--kind", "webhook"]],
  ["is changed so that it needs another", ["change", "dst_1"]],
])("the secret of a destination that %s is shown, where it was made here", async (_when, command) => {
  const ask = ["destination", ...command, "--stdin"];
  const stdin = '{"url":"https://crm.example/hooks"}';
  const made = await run(ask, { env, stdin, server: answering({ secret }) });
  expect(made.out).toMatch(new RegExp(`^Signing secret +${secret}$`, "m"));
  expect(made.err).toContain("shown this once");
  const given = await run(ask, { env, stdin, server: answering() });
  expect(given.out).not.toContain("Signing secret");
  expect(given.err).not.toContain("shown this once");
});
