import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { farEnd } from "./far-end.ts";
import { newPeople, newPerson } from "../harness/person.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const { submit, stored, delivery, sends } = farEnd(stack);

test("a constant Idempotency-Key swallows none of the different people posted with it", async () => {
  const headers = { "idempotency-key": "constant" };
  const posts = newPeople(5).map(({ ip, ...fields }) => ({
    email: fields.email,
    id: submit(fields, { ...headers, "cf-connecting-ip": ip }),
  }));
  const ids = await Promise.all(posts.map(({ id }) => id));
  expect(new Set(ids).size).toBe(posts.length);
  for (const { email, id } of posts) {
    expect(await stored(await id)).toMatchObject({ submission_number: 1, outcome: "new_lead" });
    await delivery(await id, "delivered");
    expect((await sends(await id)).map(({ body }) => body.email)).toEqual([email]);
  }
});

test("the same request five times at once is five messages, one submission and one send", async () => {
  const { ip, ...fields } = newPerson();
  const headers = { "idempotency-key": randomUUID(), "cf-connecting-ip": ip };
  const five = await Promise.all(Array.from({ length: 5 }, () => submit(fields, headers)));
  const [id = "", ...others] = [...new Set(five)];
  expect(others).toEqual([]);
  await delivery(id, "delivered");
  // One more, when all is long done: nothing happens again.
  expect(await submit(fields, headers)).toBe(id);
  const { ip: elsewhere, ...somebody } = newPerson();
  await delivery(await submit(somebody, { "cf-connecting-ip": elsewhere }), "delivered");
  expect(await countSubmissions(fields.email)).toBe(1);
  expect(await sends(id)).toHaveLength(1);
});

async function countSubmissions(email: string): Promise<number | undefined> {
  const [row] = await stack().query<{ n: number }>(
    "SELECT count(*) AS n FROM lead_submissions WHERE contact_email = ?",
    email,
  );
  return row?.n;
}
