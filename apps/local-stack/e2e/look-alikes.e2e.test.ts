import { expect, test } from "vitest";
import { farEnd } from "./far-end.ts";
import { newPerson, type Person } from "../harness/person.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const { submit, stored, deliveries, delivery, sends } = farEnd(stack);

type Fields = Record<string, string>;

/** Two people whom no other test knows, of different names. */
const twoPeople = (): [Person, Person] => [
  { ...newPerson(), name: "Asha Rao" },
  { ...newPerson(), name: "Ravi Kumar" },
];
const contact = ({ name, email, phone }: Person): Fields => ({ name, email, phone });
const from = ({ ip }: Person) => ({ "cf-connecting-ip": ip });

/** Posts one after the other, and expects two leads that both reached the receiver. */
async function expectBothSent(one: [Fields, Person], other: [Fields, Person], by: string) {
  const ids: string[] = [];
  for (const [fields, person] of [one, other]) {
    const id = await submit(fields, from(person));
    await delivery(id, "delivered");
    ids.push(id);
  }
  const [first, second] = await Promise.all(ids.map((id) => stored(id)));
  expect(second?.lead_id).not.toBe(first?.lead_id);
  expect(second?.decision).toMatchObject({
    rule: "contradicted_match",
    passed_over: [{ kind: by, lead: { id: first?.lead_id } }],
  });
  for (const [index, [fields]] of [one, other].entries()) {
    const sent = await sends(ids[index] ?? "");
    expect(sent.map(({ body }) => body.first_name)).toEqual([fields.name]);
  }
}

test.each(["unknown", "N/A", "-", "0000-0000"])(
  "two people whose pages write the visitor id %j are two leads, both sent",
  async (id) => {
    const [one, other] = twoPeople();
    const visitor = { __visitor_id: id, project: `Tower ${one.phone}` };
    const first = await stored(await submit({ ...contact(one), ...visitor }, from(one)));
    const otherId = await submit({ ...contact(other), ...visitor }, from(other));
    await delivery(otherId, "delivered");
    expect((await stored(otherId)).lead_id).not.toBe(first.lead_id);
    expect((await sends(otherId)).map(({ body }) => body.email)).toEqual([other.email]);
  },
);

test("two people in one browser are two leads, and each is known again by what is theirs", async () => {
  const [one, other] = twoPeople();
  const visitor = { __visitor_id: `kiosk-${one.phone}` };
  await expectBothSent(
    [{ ...contact(one), ...visitor }, one],
    [{ ...contact(other), ...visitor }, other],
    "visitor_id",
  );
  const again = await submit({ ...contact(other), ...visitor }, from(other));
  expect(await stored(again)).toMatchObject({
    outcome: "duplicate",
    submission_number: 2,
    decision: { lead: { matched_by: "email" } },
  });
  expect(await deliveries(again)).toEqual([]);
});

test("a couple on one e-mail address are two leads, both sent", async () => {
  const [one, other] = twoPeople();
  await expectBothSent([contact(one), one], [{ ...contact(other), email: one.email }, other], "email");
});

test("two people who give one reception desk's phone are two leads, both sent", async () => {
  const [one, other] = twoPeople();
  await expectBothSent([contact(one), one], [{ ...contact(other), phone: one.phone }, other], "phone");
});

test("one person who corrects the phone stays one lead", async () => {
  const [one, other] = twoPeople();
  const first = await submit(contact(one), from(one));
  await delivery(first, "delivered");
  const corrected = await submit({ ...contact(one), phone: other.phone }, from(other));
  expect(await stored(corrected)).toMatchObject({
    lead_id: (await stored(first)).lead_id,
    decision: { rule: "duplicate_window", event: "lead.updated", passed_over: [] },
  });
});

test.each<[string, (person: Person) => Fields, (person: Person) => Fields]>([
  [
    "an e-mail address, then a phone",
    ({ name, email }) => ({ name, email }),
    ({ name, phone }) => ({ name, phone }),
  ],
  [
    "a phone, then an e-mail address",
    ({ name, phone }) => ({ name, phone }),
    ({ name, email }) => ({ name, email }),
  ],
])("two names from one browser and address with %s are two leads, both sent", async (_, first, then) => {
  const [one, other] = twoPeople();
  await expectBothSent([first(one), one], [then(other), { ...other, ip: one.ip }], "ip");
});
