import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { deliveriesOf, lettersOf, wake } from "../../test/deliver-wakeups.ts";
import { routedTenant, type RoutedTenant } from "../../test/routed-tenant.ts";
import { sealMembers } from "../../test/seal-members.ts";
import { rows } from "../../test/tenant.ts";
import type { Dependencies } from "../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

type Answer = (member: string, email: string) => Response | Error;

/** Receivers A, B, …; who of them accepted which lead. */
function receivers(answer: Answer) {
  const accepted: string[] = [];
  const asked: string[] = [];
  const fetch = (async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const member = new URL(new Request(input).url).pathname.slice(1);
    const body = JSON.parse(init.body as string) as { email?: string; data?: { email: string } };
    const email = body.email ?? body.data?.email ?? "";
    asked.push(`${member} ${email}`);
    const given = answer(member, email);
    if (given instanceof Error) throw given;
    if (given.ok && !(await given.clone().text()).includes("duplicate")) accepted.push(`${email} ${member}`);
    return given;
  }) as Dependencies["fetch"];
  return { accepted, asked, fetch };
}

async function chainOf(count: number, { kind = "make" } = {}): Promise<RoutedTenant> {
  const tenant = await routedTenant(
    "first_accepting",
    Array.from({ length: count }, () => ({ destination: { kind, retry_schedule: "1s" } })),
  );
  await sealMembers(tenant, kind);
  return tenant;
}

const postOf = (tenant: RoutedTenant, name: string) =>
  tenant.submission({
    fields: { email: `${name}@example.com` },
    context: { ...tenant.submission().context, ip: null },
  });
const store = (tenant: RoutedTenant, ...names: string[]) =>
  deliverMessages(names.map((name) => postOf(tenant, name)));

/** Sends whatever waits, until nothing does. Thirty a wake-up, in turn; each key twice where a message comes twice. */
async function drain(tenant: RoutedTenant, fetch: Dependencies["fetch"], startAt = testDependencies().now()) {
  for (let round = 0; round < 60; round += 1) {
    const waiting = await rows<DeliveryKey>(
      "SELECT lead_id, event_id, destination_id FROM deliveries WHERE client_id = ? AND status = 'pending' LIMIT 30",
      tenant.clientId,
    );
    if (waiting.length === 0) return;
    const now = () => startAt + round * 10_000;
    await Promise.all([wake(waiting, { fetch, now }), wake(waiting.slice(0, 5), { fetch, now })]);
  }
}

const refused = () => new Response("no such list", { status: 422 });
const taken = () => new Response("Accepted");
const named = ({ members }: RoutedTenant, id: unknown) =>
  String.fromCharCode(65 + members.indexOf(String(id)));
const standing = async (tenant: RoutedTenant) =>
  (
    await rows(
      "SELECT * FROM deliveries WHERE client_id = ? ORDER BY created_at, destination_id",
      tenant.clientId,
    )
  ).map(
    (row) => `${named(tenant, row["destination_id"])} ${String(row["status"])}: ${String(row["last_error"])}`,
  );

describe("a route whose first member to accept a lead keeps it", () => {
  it("sends each of many leads to exactly one that takes it, whoever refuses, fails or is slow and however often its message comes, and counts who has them", async () => {
    const tenant = await chainOf(3);
    const names = Array.from({ length: 120 }, (_, index) => `p${index}`);
    const posts = names.map((name) => postOf(tenant, name));
    await Promise.all([deliverMessages(posts.slice(0, 70)), deliverMessages(posts.slice(50))]);
    const failedOnce = new Set<string>();
    const { accepted, fetch } = receivers((member, email) => {
      const number = Number(/\d+/.exec(email)?.[0]);
      if (member === "A" && number % 2 === 0) return refused();
      if (member === "B" && number % 3 === 0) return refused();
      const key = `${member} ${email}`;
      if (number % 7 === 0 && !failedOnce.has(key)) {
        failedOnce.add(key);
        return new Error("connection lost");
      }
      return taken();
    });
    await Promise.all([drain(tenant, fetch), deliverMessages(posts.slice(0, 60))]);
    await drain(tenant, fetch);
    expect(accepted).toHaveLength(120);
    expect(new Set(accepted.map((line) => line.split(" ")[0])).size).toBe(120);
    const statuses = await rows<{ status: string; count: number }>(
      "SELECT status, count(*) AS count FROM deliveries WHERE client_id = ? GROUP BY 1",
      tenant.clientId,
    );
    expect(statuses).toEqual([
      { status: "delivered", count: 120 },
      { status: "skipped", count: 60 + 20 },
    ]);
    expect(await lettersOf(tenant)).toEqual([]);
    const counts = await rows<{ subject: string; count: number }>(
      "SELECT subject, count FROM tallies WHERE client_id = ? ORDER BY subject",
      tenant.clientId,
    );
    expect(counts.map(({ count }) => count)).toEqual([60, 40, 20]);
    const kept = await rows<{ place: string; count: number }>(
      "SELECT routed_json AS place, count(*) AS count FROM leads WHERE client_id = ? GROUP BY 1 ORDER BY 2 DESC",
      tenant.clientId,
    );
    expect(kept.map(({ count }) => count)).toEqual([60, 40, 20]);
  });

  it("says at each delivery where the lead went instead, and needs nobody", async () => {
    const tenant = await chainOf(2);
    await store(tenant, "asha");
    const { fetch } = receivers((member) => (member === "A" ? refused() : taken()));
    await drain(tenant, fetch);
    expect(await standing(tenant)).toEqual([
      "A skipped: HTTP 422: no such list; the lead went on to B",
      "B delivered: null",
    ]);
    expect(await lettersOf(tenant)).toEqual([]);
  });

  it.each([
    ["a usual name", "message"],
    ["a name of its form's own", "your_wish"],
  ])("judges the next by what the person wrote under %s, too", async (_what, name) => {
    const tenant = await chainOf(2);
    await env.DB.prepare("UPDATE forms SET field_mapping_json = ? WHERE id = ?")
      .bind('{"your_wish":"message"}', tenant.formId)
      .run();
    await env.DB.prepare("UPDATE route_members SET conditions_json = ? WHERE destination_id = ?")
      .bind('{"message":{"$contains":"villa"}}', tenant.members[1])
      .run();
    const wish = "A villa, please";
    await deliverMessages([
      tenant.submission({
        fields: { email: "asha@example.com", message: wish },
        payload: { email: "asha@example.com", [name]: wish },
      }),
    ]);
    const { fetch } = receivers((member) => (member === "A" ? refused() : taken()));
    await drain(tenant, fetch);
    expect((await standing(tenant)).at(-1)).toBe("B delivered: null");
  });

  it("that nobody accepts leaves one letter with what each of them said", async () => {
    const tenant = await chainOf(3);
    await store(tenant, "asha");
    const { fetch } = receivers((member) => new Response(`not for ${member}`, { status: 400 }));
    await drain(tenant, fetch);
    const letters = await lettersOf(tenant);
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ destination_id: tenant.members[2], state: "open", cause: "refused" });
    const error = String(letters[0]?.["last_error"]);
    for (const said of ["C: HTTP 400: not for C", "A: HTTP 400: not for A", "B: HTTP 400: not for B"])
      expect(error).toContain(said);
    expect((await deliveriesOf(tenant)).map(({ status }) => status).toSorted()).toEqual([
      "dead",
      "skipped",
      "skipped",
    ]);
  });

  it("goes on where a member has the person already, and needs nobody where all of them have", async () => {
    const tenant = await chainOf(2, { kind: "webhook" });
    await store(tenant, "asha");
    const { asked, fetch } = receivers(() => new Response('{"result":"duplicate"}'));
    await drain(tenant, fetch);
    expect(asked).toEqual(["A asha@example.com", "B asha@example.com"]);
    expect((await deliveriesOf(tenant)).map(({ status }) => status)).toEqual(["skipped", "skipped"]);
    expect(await lettersOf(tenant)).toEqual([]);
  });

  it("does not go on while a member is only slow to answer, and does when all its tries are spent", async () => {
    const tenant = await chainOf(2);
    await store(tenant, "asha");
    const { asked, fetch } = receivers((member) =>
      member === "A" ? new Response("", { status: 500 }) : taken(),
    );
    const [key] = await rows<DeliveryKey>(
      "SELECT lead_id, event_id, destination_id FROM deliveries WHERE client_id = ?",
      tenant.clientId,
    );
    await wake([key], { fetch });
    expect(await deliveriesOf(tenant)).toHaveLength(1);
    await drain(tenant, fetch, testDependencies().now() + 60_000);
    expect(asked.map((line) => line[0])).toEqual(["A", "A", "B"]);
    expect(await standing(tenant)).toEqual([
      expect.stringMatching(/^A skipped: .*went on to B$/),
      "B delivered: null",
    ]);
  });

  it("cancels what waits for the next when the first took the lead after all", async () => {
    const tenant = await chainOf(2);
    await store(tenant, "asha");
    const [first] = await rows<DeliveryKey>(
      "SELECT lead_id, event_id, destination_id FROM deliveries WHERE client_id = ?",
      tenant.clientId,
    );
    // Its first worker is slow: its lease runs out, another asks anew and is refused, and only then the 2xx of the first is written down.
    let answerFirst: (response: Response) => void = () => {};
    const slow = (async () =>
      new Promise<Response>((resolve) => (answerFirst = resolve))) as Dependencies["fetch"];
    const begun = wake([first], { fetch: slow });
    await expect.poll(async () => (await deliveriesOf(tenant))[0]?.status).toBe("in_flight");
    const later = () => testDependencies().now() + 10 * 60_000;
    await wake([{ ...first, attempts: 1 }], { fetch: receivers(refused).fetch, now: later });
    expect((await deliveriesOf(tenant)).map(({ status }) => status).toSorted()).toEqual([
      "pending",
      "skipped",
    ]);
    answerFirst(taken());
    await begun;
    expect(await standing(tenant)).toEqual([
      expect.stringContaining("A delivered"),
      "B cancelled: another member of its route took the lead",
    ]);
  });
});

it("what a member refuses of a lead that it has is its dead letter, and goes to nobody else", async () => {
  const tenant = await chainOf(2);
  await env.DB.prepare(
    `UPDATE destinations SET event_types_json = '["lead.created","lead.updated"]' WHERE client_id = ?`,
  )
    .bind(tenant.clientId)
    .run();
  await store(tenant, "asha");
  await drain(tenant, receivers(taken).fetch);
  await deliverMessages([
    tenant.submission({
      fields: { email: "asha@example.com", phone: "9876543210", country_code: "+91" },
      context: { ...tenant.submission().context, ip: null },
    }),
  ]);
  await drain(tenant, receivers(refused).fetch);
  const lines = (await standing(tenant)).map((line) => line.replace(/:.*/, ""));
  expect(lines.toSorted()).toEqual(["A dead", "A delivered"]);
  expect(await lettersOf(tenant)).toHaveLength(1);
});

it("a route of shares sends nothing on: what a member refuses is its dead letter", async () => {
  const tenant = await chainOf(2);
  await env.DB.prepare("UPDATE routes SET mode = 'weighted' WHERE id = ?").bind(tenant.routeId).run();
  await store(tenant, "asha");
  await drain(tenant, receivers(refused).fetch);
  expect((await deliveriesOf(tenant)).map(({ status }) => status)).toEqual(["dead"]);
  expect(await lettersOf(tenant)).toHaveLength(1);
});

it("a member that refuses leads raises word of those that went on, and of no notice", async () => {
  const tenant = await chainOf(2);
  await env.DB.prepare(
    `UPDATE destinations SET event_types_json = '["lead.created","workflow.step_run"]' WHERE client_id = ?`,
  )
    .bind(tenant.clientId)
    .run();
  await store(tenant, "asha", "bala");
  const { fetch } = receivers((member) => (member === "A" ? refused() : taken()));
  await drain(tenant, fetch);
  const raised = await rows(
    "SELECT destination_id, count FROM signals WHERE client_id = ? AND subject = 'route, passed on'",
    tenant.clientId,
  );
  expect(raised.map(({ destination_id, count }) => [named(tenant, destination_id), count])).toEqual([
    ["A", 2],
  ]);
});
