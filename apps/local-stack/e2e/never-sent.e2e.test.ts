import { expect, test } from "vitest";
import { farEnd } from "./far-end.ts";
import { newPerson } from "../harness/person.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const { submit, submitSomebody, stored, deliveries, delivery, sends } = farEnd(stack);

/** Somebody who came after them has arrived, so whatever was to be sent was sent. */
async function expectNothingSent(ids: readonly string[]): Promise<void> {
  await delivery(await submitSomebody(), "delivered");
  expect((await Promise.all(ids.map((id) => sends(id)))).flat()).toEqual([]);
}

test("a blocked address leaves a row for operators and nothing else", async () => {
  const { ip, ...fields } = newPerson();
  await stack().query(
    "INSERT INTO blocked_ips (client_id, cidr, blocked_at) VALUES ('cli_demo', ?, 1)",
    `${ip}/32`,
  );
  const id = await submit(fields, { "cf-connecting-ip": ip });
  const blocked = () =>
    stack().query(
      "SELECT ip, contact_email FROM blocked_ip_leads WHERE client_id = 'cli_demo' AND public_id = ?",
      id,
    );
  await expect.poll(blocked, { timeout: 15_000 }).toEqual([{ ip, contact_email: fields.email }]);
  expect(await countLeads(fields.email)).toBe(0);
  await expectNothingSent([id]);
});

test("a filled honeypot is answered like any other, and dropped", async () => {
  const { ip, ...fields } = newPerson();
  const id = await submit({ ...fields, __pg_hp: "https://spam.example" }, { "cf-connecting-ip": ip });
  await expectNothingSent([id]);
  expect(await countLeads(fields.email)).toBe(0);
});

test("a test lead is stored as one, and goes only where tests are taken", async () => {
  await stack().query("UPDATE destinations SET takes_test = 0 WHERE client_id = 'cli_demo'");
  const { ip, ...fields } = newPerson();
  await stack().query(
    "INSERT INTO allowed_ips (client_id, cidr, usage, created_at) VALUES ('cli_demo', ?, 'testing', 1)",
    `${ip}/32`,
  );
  const id = await submit(fields, { "cf-connecting-ip": ip });
  expect(await stored(id)).toMatchObject({
    outcome: "test",
    decision: { test: "allowed_ip", destinations: [{ status: "skipped", reason: "takes_no_tests" }] },
  });
  expect(await deliveries(id)).toEqual([]);
  await expectNothingSent([id]);
  // Tests and people never match: the same details from elsewhere are a new lead.
  const realId = await submit(fields, { "cf-connecting-ip": newPerson().ip });
  expect(await stored(realId)).toMatchObject({ submission_number: 1, outcome: "new_lead" });
  await delivery(realId, "delivered");
  expect((await sends(realId)).map(({ body }) => body.test_lead)).toEqual(["no"]);
});

async function countLeads(email: string): Promise<number | undefined> {
  const [row] = await stack().query<{ n: number }>(
    "SELECT count(*) AS n FROM leads WHERE contact_email = ?",
    email,
  );
  return row?.n;
}
