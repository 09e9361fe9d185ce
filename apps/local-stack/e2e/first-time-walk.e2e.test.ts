import { execFileSync } from "node:child_process";
import { beforeAll, expect, test } from "vitest";
import { demoOwnerOf } from "../harness/demo-owner-of.ts";
import { eventually } from "../harness/eventually.ts";
import { leadrelayFor } from "./leadrelay-process.ts";
import { useStack } from "./use-stack.ts";

/** One try, so that a receiver that fails makes dead letters at once. */
const stack = useStack({ DELIVERY_RETRY_SCHEDULE: "1s" });
let leadrelay: ReturnType<typeof leadrelayFor>;

interface Page<Item> {
  items: Item[];
}

beforeAll(async () => {
  leadrelay = leadrelayFor(stack());
  const { email, password } = await demoOwnerOf(stack());
  const { code, out, err } = await leadrelay.run(["login", "--email", email, "--stdin"], password);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain(`Signed in to ${stack().consumerUrl} as ${email}`);
});

test("whoami tells the demo owner what there is to be done", async () => {
  const you = await leadrelay.json<{ name: string; grants: { role: string; client_ids: string[] }[] }>(
    "whoami",
  );
  expect(you).toMatchObject({
    name: "owner@example.com",
    grants: [{ role: "agency_owner", client_ids: ["cli_demo"] }],
  });
});

test("a form made at the terminal takes a submission, which is found as a lead and as a delivery", async () => {
  const form = await leadrelay.json<{ id: string; form_key: string }>(
    "form",
    "create",
    "--name",
    "Second site",
  );
  const send = [
    "send",
    "--live",
    "--form",
    form.form_key,
    "--email",
    "walk@example.com",
    "--name",
    "Walking Person",
  ];
  const { code, out: landed, err: steps } = await leadrelay.run(send);
  expect([code, landed]).toEqual([0, "Demo Make scenario has it.\n"]);
  const [, submissionId = ""] = /submission (\S+) to form/.exec(steps) ?? [];
  const found = await leadrelay.run(["lead", "find", submissionId]);
  expect([found.code, found.out]).toEqual([0, expect.stringContaining(submissionId)]);
  const lead = await first<{ id: string }>("lead", "list", "walk@example.com");
  const delivered = ["delivery", "list", "--lead", lead.id, "--status", "delivered"];
  const delivery = await first<{ id: string }>(...delivered);
  const { out } = await leadrelay.run(["delivery", "show", delivery.id]);
  expect(out).toContain("delivered");
  expect(out).toContain('"email": "walk@example.com"');
  const byName = await leadrelay.run(["lead", "list", "walking"]);
  expect(byName.out).toContain("walk@example.com");
});

test("a plain send, which is a test, reaches the demo's inbox; where tests are not taken it says which command changes that", async () => {
  const send = ["send", "--form", "frm_demo"];
  const taken = await leadrelay.run([...send, "--email", "plain@example.com"]);
  expect([taken.code, taken.out]).toEqual([0, "Demo Make scenario has it.\n"]);
  const change = (tests: string) =>
    leadrelay.run(["destination", "change", "dst_demo_make", "--tests", tests]);
  expect((await change("off")).code).toBe(0);
  const left = await leadrelay.run([...send, "--email", "elsewhere@example.com"]);
  expect([left.code, left.out]).toEqual([0, expect.stringContaining("nothing of it is sent")]);
  expect(left.err).toContain("Not sent to Demo Make scenario: it takes no tests");
  expect(left.err).toContain(" destination change dst_demo_make --tests on");
  expect(left.err).toContain(" send --form frm_demo --live");
  expect((await change("on")).code).toBe(0);
});

test("the form that is printed for a page takes what its visitors type", async () => {
  const mapped = ["--map", "your-name=name", "--map", "your-email=email", "--map", "tel-123=phone"];
  const { code, out } = await leadrelay.run(["form", "create", "--name", "Pasted", ...mapped]);
  expect(code).toBe(0);
  const action = / action="([^"]+)"/.exec(out)?.[1] ?? "";
  expect(action).toMatch(new RegExp(`^${stack().producerUrl}/f/frm_`));
  const typed = { name: "Pasted Person", email: "pasted@example.com", phone: "+91 98200 12399" };
  const [name = "", email = "", phone = ""] = [...out.matchAll(/<label>\w.*? name="([^"]+)"/g)].map(
    ([, one]) => one,
  );
  const body = new URLSearchParams({ [name]: typed.name, [email]: typed.email, [phone]: typed.phone });
  const answer = await fetch(action, { method: "POST", body, redirect: "manual" });
  expect(answer.status).toBe(202);
  const lead = await eventually(async () => {
    const found = await leadrelay.run(["lead", "list", typed.email, "--output", "json"]);
    return found.code === 0 ? (JSON.parse(found.out) as Page<Record<string, unknown>>).items[0] : undefined;
  });
  expect(lead).toMatchObject({ contact_name: typed.name, contact_phone: "+91-9820012399" });
});

test("what a broken receiver refused is explained, and arrives once the receiver is mended", async () => {
  expect((await leadrelay.run(["dlq", "list"])).code).toBe(5);
  await stack().receiver.behave([{ status: 400, body: "Scenario is off" }]);
  const refused = await leadrelay.run([
    "send",
    "--live",
    "--form",
    "frm_demo",
    "--email",
    "refused@example.com",
  ]);
  expect([refused.code, refused.err]).toEqual([4, expect.stringContaining(" lead find ")]);
  const letter = await first<{ id: string }>("dlq", "list");
  const causes = await leadrelay.run(["dlq", "causes"]);
  expect(causes.out).toMatch(/^ +1 +\S.*400/m);
  const { out } = await leadrelay.run(["dlq", "show", letter.id]);
  expect(out).toContain("Scenario is off");
  expect(out).toContain("What next");

  await stack().receiver.behave([]);
  const planned = await leadrelay.run(["queue", "replay"]);
  expect(planned.out).toMatch(/^To send +1$/m);
  const replayed = await leadrelay.run(["queue", "replay", "--apply", "--yes"]);
  expect([replayed.code, replayed.err]).toEqual([0, expect.stringContaining("replayed 1 of 1\n")]);
  const { out: story } = await leadrelay.run(["lead", "find", "refused@example.com"]);
  expect(story.indexOf("Scenario is off")).toBeGreaterThan(0);
  expect(story).toMatch(/^Stands +\S.*$/m);
  const { out: lead } = await leadrelay.run([
    "lead",
    "show",
    / (?<id>[\da-f-]{36})$/m.exec(story)?.groups?.["id"] ?? "",
  ]);
  expect(lead).toContain("Scenario is off");
  expect((await leadrelay.run(["dlq", "list"])).code).toBe(5);
  expect((await leadrelay.run(["queue", "status"])).out).toMatch(/^Dead letters +none open$/m);
});

test("doctor finds nothing that is a problem", async () => {
  const { state, checks } = await leadrelay.json<{
    state: string;
    checks: { name: string; state: string }[];
  }>("doctor");
  expect(state).not.toBe("problem");
  expect(checks.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["api", "intake", "this_clock", "bindings", "migrations", "sweep"]),
  );
});

test("a machine signs with the key it was given, and can do what that says and no more", async () => {
  const { out } = await leadrelay.run(["key", "create", "--name", "Sync", "--may", "leads:read"]);
  const lines = out.trim().split("\n");
  const machine = leadrelayFor(
    stack(),
    Object.fromEntries(lines.map((line) => line.split("=", 2) as [string, string])),
  );
  expect(await machine.json("whoami")).toMatchObject({ kind: "key", name: "Sync" });
  const forbidden = await machine.run(["form", "list"]);
  expect([forbidden.code, forbidden.out]).toEqual([3, ""]);
  const signed = await machine.run(["sign", "GET", "/api/leads?limit=1"]);
  const answer = execFileSync("sh", ["-c", signed.out], { encoding: "utf8" });
  expect(JSON.parse(answer)).toHaveProperty("items");
});

test("whoever is not signed in learns nothing, and how to sign in", async () => {
  const stranger = leadrelayFor(stack());
  const { code, out, err } = await stranger.run(["lead", "list"]);
  expect([code, out]).toEqual([3, ""]);
  expect(err).toContain(` login --url ${stack().consumerUrl}\``);
});

/** The first item of a list, once there is one. */
const first = <Item>(...list: string[]): Promise<Item> =>
  eventually(async () => (await leadrelay.json<Page<Item>>(...list)).items[0]);
