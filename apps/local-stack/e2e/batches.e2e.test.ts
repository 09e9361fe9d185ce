import { expect, test } from "vitest";
import { farEnd } from "./far-end.ts";
import { newPerson, newPeople } from "../harness/person.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const { submit, submitMany, stored, delivery, sends } = farEnd(stack);

test("one person twice among strangers, all at once: everybody is sent once", async () => {
  const strangers = newPeople(6);
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
    ...newPeople(3).map((person) => submit({ email: person.email }, { "cf-connecting-ip": person.ip })),
  ]);
  for (const id of [bigId, ...ids]) {
    await delivery(id, "delivered");
    expect(await sends(id)).toHaveLength(1);
  }
  const [row] = await stack().query<{ payload_json: string }>(
    `SELECT coalesce((SELECT text FROM long_texts WHERE '@' || long_texts.id = payload_json), payload_json) AS payload_json
     FROM lead_submissions WHERE client_id = 'cli_demo' AND public_id = ?`,
    bigId,
  );
  expect(JSON.parse(row?.payload_json ?? "{}")).toEqual({ ...fields, message });
});

test("a row that D1 refuses is a dead letter, and delays none of the twenty beside it", async () => {
  const { ip, ...fields } = newPerson();
  await stack().query(
    `CREATE TRIGGER poison BEFORE INSERT ON lead_submissions WHEN NEW.contact_email = '${fields.email}'
     BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: poison'); END`,
  );
  const [good, poisonId] = await Promise.all([submitMany(20), submit(fields, { "cf-connecting-ip": ip })]);
  for (const id of good) {
    await delivery(id, "delivered");
    expect(await sends(id)).toHaveLength(1);
  }
  const letters = () =>
    stack().query<{ kind: string; state: string; payload_json: string }>(
      "SELECT kind, state, payload_json FROM dead_letters WHERE submission_id = ?",
      poisonId,
    );
  await expect.poll(letters, { timeout: 15_000 }).toMatchObject([{ kind: "poison", state: "open" }]);
  const [letter] = await letters();
  expect(JSON.parse(letter?.payload_json ?? "{}")).toMatchObject({
    submission_id: poisonId,
    payload: fields,
  });
  expect(await sends(poisonId)).toEqual([]);
});
