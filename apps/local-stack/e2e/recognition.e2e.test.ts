import { expect, test } from "vitest";
import { farEnd } from "./far-end.ts";
import { newPerson } from "../harness/person.ts";
import { useStack } from "./use-stack.ts";
import { waysToBeRecognised } from "./ways-to-be-recognised.ts";

const stack = useStack();
const { submit, stored, deliveries, delivery, sends } = farEnd(stack);

const from = ({ ip }: { ip: string }) => ({ "cf-connecting-ip": ip });
const duplicateWindow = { name: "DUPLICATE_WINDOW_MINUTES", value: 30, from: "installation" };

test("the same person at once is a second submission of one lead, and nothing more is sent", async () => {
  const { ip, ...person } = newPerson();
  const ids = await Promise.all([submit(person, from({ ip })), submit(person, from({ ip }))]);
  const both = (await Promise.all(ids.map(async (id) => ({ id, ...(await stored(id)) })))).toSorted(
    (one, other) => one.submission_number - other.submission_number,
  );
  expect(both).toMatchObject([
    { submission_number: 1, outcome: "new_lead" },
    { submission_number: 2, outcome: "duplicate", lead_id: both[0]?.lead_id },
  ]);
  const [first = "", second = ""] = both.map(({ id }) => id);
  expect(both[1]?.decision).toMatchObject({
    rule: "duplicate_window",
    elapsed_minutes: 0,
    setting: duplicateWindow,
    event: null,
  });
  await delivery(first, "delivered");
  expect(await sends(first)).toHaveLength(1);
  expect(await deliveries(second)).toEqual([]);
  expect(await sends(second)).toEqual([]);
});

test("a person is recognised by visitor id, e-mail and phone alike: stored, not sent again", async () => {
  const people = waysToBeRecognised.map(({ kind, posts }) => ({ kind, ...posts() }));
  const firstIds = await Promise.all(people.map(({ first }) => submit(first, from(newPerson()))));
  for (const id of firstIds) await delivery(id, "delivered");
  const secondIds = await Promise.all(people.map(({ again }) => submit(again, from(newPerson()))));
  for (const [index, { kind }] of people.entries()) {
    const [first, second] = [firstIds[index] ?? "", secondIds[index] ?? ""];
    expect(await stored(second)).toMatchObject({
      lead_id: (await stored(first)).lead_id,
      submission_number: 2,
      outcome: "duplicate",
      decision: { rule: "duplicate_window", lead: { matched_by: kind }, setting: duplicateWindow },
    });
    expect(await deliveries(second)).toEqual([]);
  }
});

test("two strangers behind one address, and even one browser, stay two leads", async () => {
  const [one, other] = [newPerson(), newPerson()];
  const oneId = await submit({ name: one.name, email: one.email }, from(one));
  const otherId = await submit({ name: other.name, email: other.email }, from(one));
  expect(await stored(otherId)).toMatchObject({
    outcome: "new_lead",
    decision: { ip_rejected: "other_email" },
  });
  expect((await stored(otherId)).lead_id).not.toBe((await stored(oneId)).lead_id);
  for (const [id, { email }] of [[oneId, one] as const, [otherId, other] as const]) {
    await delivery(id, "delivered");
    expect((await sends(id)).map(({ body }) => body.email)).toEqual([email]);
  }
});

test("first the e-mail, then the phone, from one browser and address: one lead, and the phone arrives too", async () => {
  const person = newPerson();
  const emailId = await submit({ email: person.email }, from(person));
  await delivery(emailId, "delivered");
  const phoneId = await submit({ phone: person.phone }, from(person));
  const second = await stored(phoneId);
  expect(second).toMatchObject({
    lead_id: (await stored(emailId)).lead_id,
    outcome: "duplicate",
    decision: { rule: "ip_match_new_contact", event: "lead.updated", lead: { matched_by: "ip" } },
  });
  expect(await delivery(phoneId, "delivered")).toMatchObject({ event: "lead.updated", attempts: 1 });
  const [send, ...more] = await sends(phoneId);
  expect(more).toEqual([]);
  expect(send?.body).toMatchObject({
    phone_mobile: `+91-${person.phone}`,
    email: person.email,
    is_duplicate: "yes",
    lead_id: second.lead_id,
  });
});

test("one person in two browsers is one lead, and known afterwards by either", async () => {
  const { email, phone } = newPerson();
  const device = (name: string) => ({
    visitor: `${name}-${email}`,
    headers: { ...from(newPerson()), "user-agent": name },
  });
  const [laptop, mobile] = [device("laptop"), device("mobile")];
  const atLaptop = await submit({ __visitor_id: laptop.visitor, email }, laptop.headers);
  await delivery(atLaptop, "delivered");
  const onMobile = await submit({ __visitor_id: mobile.visitor, email, phone }, mobile.headers);
  const again = await submit({ __visitor_id: mobile.visitor, phone: newPerson().phone }, mobile.headers);
  const lead = { lead_id: (await stored(atLaptop)).lead_id, outcome: "duplicate" };
  expect(await stored(onMobile)).toMatchObject({ ...lead, decision: { lead: { matched_by: "email" } } });
  expect(await stored(again)).toMatchObject({ ...lead, decision: { lead: { matched_by: "visitor_id" } } });
});

test("one lead's visitor id with another's phone is the visitor's, and the trace tells of the phone", async () => {
  const [one, other] = [newPerson(), newPerson()];
  const visitor = `visitor-${one.phone}`;
  const oneId = await submit({ __visitor_id: visitor, email: one.email }, from(one));
  const otherId = await submit({ phone: other.phone }, from(other));
  const leads = await Promise.all([oneId, otherId].map(async (id) => (await stored(id)).lead_id));
  const mixedId = await submit({ __visitor_id: visitor, phone: other.phone }, from(newPerson()));
  const { lead_id, decision } = await stored(mixedId);
  expect(lead_id).toBe(leads[0]);
  expect(decision.identities).toContainEqual(
    expect.objectContaining({ kind: "phone", result: "held_by_other_lead", lead_id: leads[1] }),
  );
});
