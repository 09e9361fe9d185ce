import { beforeAll, expect, test } from "vitest";
import { farEnd } from "./far-end.ts";
import { demoOwnerOf } from "../harness/demo-owner-of.ts";
import { leadrelayFor } from "./leadrelay-process.ts";
import { newPerson } from "../harness/person.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const { submit, stored, delivery, sends } = farEnd(stack);
let leadrelay: ReturnType<typeof leadrelayFor>;

beforeAll(async () => {
  leadrelay = leadrelayFor(stack());
  const { email, password } = await demoOwnerOf(stack());
  expect((await leadrelay.run(["login", "--email", email, "--stdin"], password)).code).toBe(0);
});

const listed = async (rule: string) => {
  const { out } = await leadrelay.run(["unsent", "list", "--rule", rule, "-o", "json"]);
  return (JSON.parse(out) as { items: { id: string; rule: string }[] }).items.map(({ id }) => id);
};
/** Puts an address on a list of the demo client. */
const blockIp = (ip: string) =>
  stack().query(
    "INSERT INTO blocked_ips (client_id, cidr, blocked_at) VALUES ('cli_demo', ?, 1)",
    `${ip}/32`,
  );
const testFrom = (ip: string) =>
  stack().query(
    "INSERT INTO allowed_ips (client_id, cidr, usage, created_at) VALUES ('cli_demo', ?, 'testing', 1)",
    `${ip}/32`,
  );

test("a repeat and a blocked submission are listed, and released arrive once each, however often", async () => {
  const { ip, ...fields } = newPerson();
  const from = { "cf-connecting-ip": ip };
  const first = await submit(fields, from);
  await delivery(first, "delivered");
  const repeat = await submit({ ...fields, message: "again" }, from);
  expect(await stored(repeat)).toMatchObject({ outcome: "duplicate" });
  const other = newPerson();
  await blockIp(other.ip);
  const { ip: otherIp, ...otherFields } = other;
  const blocked = await submit(otherFields, { "cf-connecting-ip": otherIp });
  await expect.poll(() => listed("blocked"), { timeout: 15_000 }).toContain(blocked);
  expect(await listed("duplicate")).toEqual([repeat]);
  const shown = await leadrelay.run(["unsent", "show", repeat]);
  expect(shown.out).toContain("within the duplicate window of 30 minutes");

  const release = () => leadrelay.run(["unsent", "release", repeat, blocked, "--apply", "--yes"]);
  expect((await release()).code).toBe(0);
  await delivery(repeat, "delivered");
  await delivery(blocked, "delivered");
  expect((await release()).code).toBe(5);
  for (const id of [repeat, blocked]) expect(await sends(id)).toHaveLength(1);
  expect((await sends(repeat))[0]?.body).toMatchObject({ is_duplicate: "yes", email: fields.email });
  expect((await sends(blocked))[0]?.body).toMatchObject({ is_duplicate: "no", email: otherFields.email });
  expect([...(await listed("blocked")), ...(await listed("duplicate"))]).toEqual([]);
  const found = await leadrelay.run(["lead", "find", repeat]);
  expect(found.out).toMatch(/Released by \S+@\S+: sent on purpose as lead\.reengaged\./);
});

test("a test that was held back goes to the destination that is named", async () => {
  await stack().query("UPDATE destinations SET takes_test = 0 WHERE client_id = 'cli_demo'");
  const { ip, ...fields } = newPerson();
  await testFrom(ip);
  const id = await submit(fields, { "cf-connecting-ip": ip });
  expect(await stored(id)).toMatchObject({ outcome: "test" });
  const plain = await leadrelay.run(["unsent", "release", id, "--apply", "--yes"]);
  expect([plain.code, plain.out]).toEqual([
    5,
    expect.stringContaining("no destination takes those: name one"),
  ]);
  const [destination] = await stack().query<{ id: string }>(
    "SELECT id FROM destinations WHERE client_id = 'cli_demo' AND deleted_at IS NULL",
  );
  const named = ["--destination", destination?.id ?? ""];
  expect((await leadrelay.run(["unsent", "release", id, ...named, "--apply", "--yes"])).code).toBe(0);
  await delivery(id, "delivered");
  expect((await sends(id)).map(({ body }) => body.test_lead)).toEqual(["yes"]);
});
