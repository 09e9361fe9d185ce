import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { farEnd } from "./far-end.ts";
import { newPerson } from "./person.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const { submit, stored, delivery, sends } = farEnd(stack);

const people = (count: number) => Array.from({ length: count }, newPerson);

test("a constant Idempotency-Key swallows none of the different people posted with it", async () => {
  const headers = { "idempotency-key": "constant" };
  const posts = people(5).map(({ ip, ...fields }) => ({
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

test("one person twice among strangers, all at once: everybody is sent once", async () => {
  const strangers = people(6);
  const twice = { ...newPerson() };
  const posts = [...strangers, twice, twice].map(({ ip, ...fields }) =>
    submit(fields, { "cf-connecting-ip": ip }),
  );
  const ids = await Promise.all(posts);
  const outcomes = await Promise.all(ids.map(async (id) => (await stored(id)).outcome));
  expect(outcomes.slice(0, 6)).toEqual(strangers.map(() => "new_lead"));
  expect(outcomes.slice(6).toSorted()).toEqual(["duplicate", "new_lead"]);
  const sent = ids.filter((_, index) => outcomes[index] === "new_lead");
  for (const id of sent) await delivery(id, "delivered");
  const counts = await Promise.all(ids.map(async (id) => (await sends(id)).length));
  expect(counts).toEqual(outcomes.map((outcome) => (outcome === "new_lead" ? 1 : 0)));
});

test("a body too big for a queue message is stored whole, and delays none beside it", async () => {
  const { ip, ...fields } = newPerson();
  // 60 KB that double in the message: once as a known field, once in the whole payload.
  const message = "A long story. ".repeat(4_300);
  const [bigId, ...ids] = await Promise.all([
    submit({ ...fields, message }, { "cf-connecting-ip": ip }),
    ...people(3).map((person) => submit({ email: person.email }, { "cf-connecting-ip": person.ip })),
  ]);
  for (const id of [bigId, ...ids]) {
    await delivery(id, "delivered");
    expect(await sends(id)).toHaveLength(1);
  }
  const [row] = await stack().query<{ payload_json: string }>(
    "SELECT payload_json FROM lead_submissions WHERE client_id = 'cli_demo' AND public_id = ?",
    bigId,
  );
  expect(JSON.parse(row?.payload_json ?? "{}")).toEqual({ ...fields, message });
});

async function countSubmissions(email: string): Promise<number | undefined> {
  const [row] = await stack().query<{ n: number }>(
    "SELECT count(*) AS n FROM lead_submissions WHERE contact_email = ?",
    email,
  );
  return row?.n;
}
