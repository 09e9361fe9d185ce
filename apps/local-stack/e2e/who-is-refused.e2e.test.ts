import type { SentLeadPayload } from "@leadrelay/contracts/lead-payload";
import { beforeAll, describe, expect, test } from "vitest";
import { demoOwnerOf } from "../harness/demo-owner-of.ts";
import { eventually } from "../harness/eventually.ts";
import { leadrelayFor } from "./leadrelay-process.ts";
import { newPerson, type Person } from "../harness/person.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
let leadrelay: ReturnType<typeof leadrelayFor>;

interface Form {
  id: string;
  form_key: string;
}
interface Health {
  checks: { name: string; state: string; message: string; what_to_do: string | null }[];
}
interface Statistics {
  totals: { refused: Record<string, number>; honeypot: Record<string, number> };
}

beforeAll(async () => {
  leadrelay = leadrelayFor(stack());
  const { email, password } = await demoOwnerOf(stack());
  expect((await leadrelay.run(["login", "--email", email, "--stdin"], password)).code).toBe(0);
});

const newForm = (...options: string[]) =>
  leadrelay.json<Form>("form", "create", "--name", "Contact", ...options);
const post = (form: Form, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${stack().producerUrl}/f/${form.form_key}`, {
    method: "POST",
    headers,
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
const caught = (person: Person) => ({
  email: person.email,
  name: "Asha Rao",
  __pg_website: "http://spam.example",
});
const arrived = async ({ email }: Person) =>
  (await stack().receiver.received())
    .map(({ body }) => body as SentLeadPayload)
    .filter((payload) => payload.email === email);
const countsOf = async ({ id }: Form) => (await leadrelay.json<Statistics>("stats", "--form", id)).totals;
const redirectOf = async (answer: Response) => (await answer.json<{ redirect_url: string }>()).redirect_url;
const rowsOf = (table: string, form: Form) =>
  stack().query<{ public_id: string }>(`SELECT public_id FROM ${table} WHERE form_id = ?`, form.id);

describe("a form whose mapping refuses every post", () => {
  test("shows up in doctor within two minutes, with what came and what to type next", async () => {
    const form = await newForm();
    const from = Date.now();
    for (let index = 0; index < 5; index += 1) {
      const answer = await post(form, { "your-name": "Asha", "your-mail": `asha${index}@example.com` });
      expect(answer.status).toBe(422);
    }
    const check = await eventually(async () => {
      const { out } = await leadrelay.run(["doctor", "--output", "json"]);
      const { checks } = JSON.parse(out) as Health;
      return checks.find(({ name, state }) => name === "refused_posts" && state === "warning");
    });
    expect(Date.now() - from).toBeLessThan(120_000);
    expect(check.message).toContain(
      `Contact (${form.id}) refused 5 of 5 posts, because no e-mail and no phone was found; the fields of the last one: your-name, your-mail`,
    );
    const typed = /`leadrelay (form change [^`]+)`/.exec(check.what_to_do ?? "")?.[1] ?? "";
    expect(typed).toBe(`form change ${form.id} --map 'your-mail=email'`);
    expect((await leadrelay.run(typed.replaceAll("'", "").split(" "))).code).toBe(0);
    expect(await countsOf(form)).toMatchObject({ refused: { total: 5, no_contact: 5 } });
  });

  test("costs the leads beside it nothing, whatever comes", async () => {
    const form = await newForm();
    const person = newPerson();
    const flood = Array.from({ length: 300 }, () => post(form, { nothing: "to reach anybody by" }));
    expect((await post(form, { email: person.email }, { "cf-connecting-ip": person.ip })).status).toBe(202);
    await expect.poll(async () => (await arrived(person)).length, { timeout: 15_000 }).toBe(1);
    expect((await Promise.all(flood)).map(({ status }) => status)).toEqual(Array(300).fill(422));
    await eventually(async () => ((await countsOf(form)).refused["total"] === 300 ? true : undefined));
    expect(await stack().query("SELECT id FROM dead_letters")).toEqual([]);
  });
});

describe("a filled honeypot", () => {
  test("is answered like any other and dropped, and counted", async () => {
    const form = await newForm();
    const person = newPerson();
    const [filled, empty] = [
      await post(form, caught(person)),
      await post(form, { email: newPerson().email }),
    ];
    const answers = await Promise.all(
      [filled, empty].map(async (one) => [one.status, await redirectOf(one)]),
    );
    expect(answers[0]).toEqual(answers[1]);
    await eventually(async () => ((await countsOf(form)).honeypot["dropped"] === 1 ? true : undefined));
    await expect.poll(() => rowsOf("lead_submissions", form)).toHaveLength(1);
    expect([await arrived(person), await rowsOf("quarantined_submissions", form)]).toEqual([[], []]);
  });

  test("goes through as a bot's where its form lets it, and is counted", async () => {
    const form = await newForm("--honeypot", "off");
    const person = newPerson();
    await post(form, caught(person), { "cf-connecting-ip": person.ip });
    await expect.poll(() => arrived(person), { timeout: 15_000 }).toMatchObject([{ is_bot_lead: "yes" }]);
    await eventually(async () => ((await countsOf(form)).honeypot["let_through"] === 1 ? true : undefined));
  });

  test("is kept apart where its form says so: no lead's, not sent, counted", async () => {
    const form = await newForm("--honeypot", "quarantine");
    const person = newPerson();
    expect((await post(form, caught(person))).status).toBe(202);
    await expect.poll(() => rowsOf("quarantined_submissions", form), { timeout: 15_000 }).toHaveLength(1);
    await eventually(async () => ((await countsOf(form)).honeypot["quarantined"] === 1 ? true : undefined));
    await stack().sweep();
    expect([await arrived(person), await rowsOf("lead_submissions", form)]).toEqual([[], []]);
  });
});
