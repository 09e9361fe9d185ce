import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

it("the audit log tells who did what to what", async () => {
  const entry = {
    id: "aud_1",
    action: "form.changed",
    actor: { kind: "operator", id: "opr_1", name: "asha@example.com" },
    subject: { kind: "form", id: "form_1" },
    agency_id: "agy_1",
    client_id: "cli_1",
    request_id: null,
    detail: { name: "Site", allowed_hosts: ["example.com"] },
    created_at: testNow,
  };
  const server = () => json({ items: [entry], next_cursor: null });
  const { out, sent } = await run(["audit", "list", "--action", "form", "--since", "1d"], { env, server });
  expect(out.split("\n")[1]).toBe(
    '2026-11-21 17:30:00 (now)  asha@example.com  form.changed  form_1  cli_1   name: Site, allowed_hosts: ["example.com"]',
  );
  expect(Object.fromEntries(new URL(sent[0]?.request.url ?? "").searchParams)).toEqual({
    action: "form",
    since: String(testNow - 86_400_000),
    limit: "50",
  });
});

it.each([
  [[], "changes"],
  [["--reads"], "reads"],
  [["--all"], null],
  [["--action", "lead.read"], null],
  [["--action", "lead", "--reads"], "reads"],
])("with %j it lists %s", async (words, kind) => {
  const server = () => json({ items: [], next_cursor: null });
  const { code, err, sent } = await run(["audit", "list", ...words], { env, server });
  expect(new URL(sent[0]?.request.url ?? "").searchParams.get("kind")).toBe(kind);
  expect(code).toBe(5);
  expect(err.includes("`leadrelay audit list --reads`")).toBe(kind === "changes");
});

it("an action that there is not is a wrong usage, and its neighbours are named", async () => {
  const detail = "there is no such action; near it are form.changed, form.created";
  const refusal = {
    type: "https://leadrelay.dev/problems/invalid",
    title: "Something in it is not as it should be",
    status: 422,
    detail: `action: ${detail}.`,
    errors: [{ field: "action", detail }],
    request_id: "req_1",
  };
  const server = () => json(refusal, { status: 422 });
  const { code, err } = await run(["audit", "list", "--action", "form.chnaged"], { env, server });
  expect(code).toBe(2);
  expect(err).toContain(`--action: ${detail}.`);
});

it.each([
  ["password.changed", {}, "changed the password"],
  ["password.reset", {}, "chose a password by a link"],
  ["password_reset.created", {}, "made a password link"],
  ["second_factor.prepared", {}, "began to set a second factor up, with backup codes"],
  ["second_factor.enabled", {}, "switched the second factor on"],
  ["second_factor.replaced", {}, "replaced the second factor and its backup codes"],
  ["second_factor.disabled", {}, "switched the second factor off"],
  ["backup_codes.created", {}, "made new backup codes"],
  ["backup_code.used", {}, "used a backup code"],
  ["name.changed", {}, "changed the own name"],
  ["sign_in.succeeded", { step: "code" }, "signed in"],
  ["leads.exported", { form: "csv", count: 7 }, "exported leads"],
  ["sessions.revoked", { which: "all" }, "ended sessions"],
  ["sign_in.failed", { step: "code" }, "failed to sign in"],
  ["sign_in.delayed", {}, "tried so many passwords that others wait"],
])("the audit log says of %s in words what was done", async (action, detail, said) => {
  const entry = {
    id: "aud_1",
    action,
    actor: { kind: "operator", id: "opr_1", name: "asha@example.com" },
    subject: { kind: "operator", id: "opr_1" },
    agency_id: null,
    client_id: null,
    request_id: null,
    detail,
    created_at: testNow,
  };
  const server = () => json({ items: [entry], next_cursor: null });
  const { out } = await run(["audit", "list"], { env, server });
  expect(out.split("\n")[1]).toContain(`asha@example.com  ${said}  opr_1`);
  for (const [name, value] of Object.entries(detail)) expect(out).toContain(`${name}: ${value}`);
});
