import { expect, test } from "vitest";
import { newPerson, type Person } from "./person.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();

const send = ({ ip, ...fields }: Person) =>
  stack().post(new URLSearchParams(fields), { "cf-connecting-ip": ip });

const submissionsOf = async ({ email }: Person) => {
  const [row] = await stack().query<{ n: number }>(
    "SELECT count(*) AS n FROM lead_submissions WHERE contact_email = ?",
    email,
  );
  return row?.n;
};

test("a refused queue.send redirects as usual, and the sweep brings the lead back", async () => {
  const person = newPerson();
  await stack().producer.setFaults([{ binding: "LEADS_QUEUE", mode: "fail" }]);
  expect((await send(person)).status).toBe(301);
  expect(stack().output()).toContain("intake.spilled");
  await stack().sweep();
  await expect.poll(() => submissionsOf(person), { timeout: 10_000 }).toBe(1);
});

test("a hanging queue.send is given up after three seconds, and the lead spilled", async () => {
  const person = newPerson();
  await stack().producer.setFaults([{ binding: "LEADS_QUEUE", mode: "hang", times: 1 }]);
  const began = Date.now();
  expect((await send(person)).status).toBe(301);
  expect(Date.now() - began).toBeGreaterThan(2_500);
  expect(Date.now() - began).toBeLessThan(5_000);
  await stack().sweep();
  await expect.poll(() => submissionsOf(person), { timeout: 10_000 }).toBe(1);
});

test("with queue and KV both refusing, the caller is told that the lead was not taken", async () => {
  await stack().producer.setFaults([
    { binding: "LEADS_QUEUE", mode: "fail" },
    { binding: "KV", mode: "fail", matching: "put" },
  ]);
  const answer = await send(newPerson());
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).not.toBeNull();
});

test("a fault strikes as often as asked and no more", async () => {
  await stack().producer.setFaults([{ binding: "LEADS_QUEUE", mode: "fail", times: 1 }]);
  const [first, second] = [newPerson(), newPerson()];
  expect((await send(first)).status).toBe(301);
  expect((await send(second)).status).toBe(301);
  await expect.poll(() => submissionsOf(second), { timeout: 10_000 }).toBe(1);
  expect(await submissionsOf(first)).toBe(0);
});
