import { beforeAll, expect, test } from "vitest";
import { farEnd } from "./far-end.ts";
import { demoOwnerOf } from "../harness/demo-owner-of.ts";
import { eventually } from "../harness/eventually.ts";
import { leadrelayFor } from "./leadrelay-process.ts";
import { newPerson } from "../harness/person.ts";
import type { ScriptedAnswer } from "../harness/receiver-client.ts";
import { useStack } from "./use-stack.ts";

/** A try that fails waits a minute for the next: what is looked at stands still. */
const stack = useStack({ DELIVERY_RETRY_SCHEDULE: "60s" });
const { submit, delivery } = farEnd(stack);
let leadrelay: ReturnType<typeof leadrelayFor>;

beforeAll(async () => {
  leadrelay = leadrelayFor(stack());
  const { email, password } = await demoOwnerOf(stack());
  expect((await leadrelay.run(["login", "--email", email, "--stdin"], password)).code).toBe(0);
});

/** All that one command line says, to a person. */
async function say(line: string, ...more: string[]): Promise<string> {
  const { out, err } = await leadrelay.run([...line.split(" "), ...more]);
  return out + err;
}

/** Asks until it says all of this, and answers what it said: why, and what to type next. */
const says = (line: string, ...parts: (string | RegExp)[]): Promise<string> =>
  eventually(async () => {
    const said = await say(line);
    for (const part of parts) expect(said).toMatch(part instanceof RegExp ? part : literally(part));
    return said;
  });

const literally = (text: string) => new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));

/** Somebody new posts the demo form, whose receiver answers so. */
async function post(answers: ScriptedAnswer[] = []) {
  await stack().receiver.behave(answers);
  const { ip, ...fields } = newPerson();
  const id = await submit(fields, { "cf-connecting-ip": ip });
  return { ...fields, ip, id };
}

test("the receiver is down: one command says that it was tried, when it is tried next, and how to try at once", async () => {
  const { email } = await post([{ status: 503, body: "down for maintenance" }]);
  await says(
    `lead find ${email}`,
    "Demo Make scenario has not taken it yet: 1 of 2 attempts were made, the last answer was HTTP 503",
    "down for maintenance",
    /attempt 2 of 2 is due in \d+ seconds/,
    /delivery retry [\da-f-]{36}/,
  );
});

test.each<[string, number, string | RegExp, RegExp]>([
  [
    "wrong address",
    404,
    "There is no receiver at the destination's address (HTTP 404)",
    /destination change dst_demo_make --address/,
  ],
  [
    "wrong key",
    401,
    "does not accept the key that it was called with, or got none (HTTP 401)",
    /destination change dst_demo_make/,
  ],
])("%s: one command says so, and what to type", async (_what, status, why, next) => {
  const { email } = await post([{ status, body: "no such thing" }]);
  await says(
    `lead find ${email}`,
    why,
    "no such thing",
    "it needs a person",
    next,
    /delivery retry [\da-f-]{36}/,
  );
});

test("the receiver says 410: one command offers its new address and to switch it on, and then it goes out", async () => {
  const { email, id } = await post([{ status: 410, body: "Gone" }]);
  const said = await says(
    `lead find ${email}`,
    "its address is gone (410), so the destination was disabled",
    /destination change dst_demo_make --address/,
    /destination enable dst_demo_make/,
  );
  const [letter = ""] = /(?<=dlq discard )[\da-f-]{36}/.exec(said) ?? [];
  await stack().receiver.behave([]);
  await say("destination enable dst_demo_make");
  await say(`dlq replay ${letter}`);
  await delivery(id, "delivered");
});

test("switched off by mistake: one command says who waits for what, the second sends it", async () => {
  await say("destination disable dst_demo_make");
  const { email, id } = await post();
  await says(
    `lead find ${email}`,
    "It is held for Demo Make scenario",
    /\S+@\S+ switched it off, since/,
    /destination enable dst_demo_make/,
  );
  await say("destination enable dst_demo_make");
  await stack().sweep();
  await delivery(id, "delivered");
});

test("a duplicate: one command says of what, and by which setting", async () => {
  const { ip, id, ...fields } = await post();
  await delivery(id, "delivered");
  await submit(fields, { "cf-connecting-ip": ip });
  await says(
    `lead find ${fields.email}`,
    "Stored as a duplicate",
    /within the duplicate window of 30 minutes/,
    "nothing is sent again",
    "Demo Make scenario has it",
  );
});

test("a phone written in another way finds the same lead", async () => {
  const { phone, email, id } = await post();
  await delivery(id, "delivered");
  const [a, b] = [phone.slice(0, 5), phone.slice(5)];
  const stood = /^Lead +(\S+)$/m.exec(await say(`lead find ${email}`))?.[1];
  for (const spelling of [`+91 ${a} ${b}`, `0091-${a}${b}`, `(+91) ${a}.${b}`])
    expect(await say("lead find", spelling)).toContain(`${stood}`);
});

test("D1 is down: one command says so and that nothing is lost; afterwards one says that the lead went out meanwhile", async () => {
  await stack().consumer.setFaults([{ binding: "DB", mode: "fail" }]);
  const { email, id } = await post();
  for (const line of ["doctor", `lead find ${email}`])
    expect(await say(line)).toMatch(/The database does not answer\. Nothing is lost/);
  await expect
    .poll(async () => (await stack().receiver.received()).length, { timeout: 25_000, interval: 250 })
    .toBeGreaterThan(0);
  await stack().consumer.setFaults([]);
  await expect
    .poll(() => stack().query("SELECT 1 FROM lead_submissions WHERE public_id = ?", id), {
      timeout: 45_000,
      interval: 250,
    })
    .toHaveLength(1);
  await says(`lead find ${email}`, "Demo Make scenario has it", /while the database/);
});

test("poison: one command says why it is not stored and what sends it again, the second does", async () => {
  const person = newPerson();
  await stack().query(
    `CREATE TRIGGER poison BEFORE INSERT ON lead_submissions WHEN NEW.contact_email = '${person.email}'
     BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: poison'); END`,
  );
  await stack().receiver.behave([]);
  const id = await submit({ name: person.name, email: person.email }, { "cf-connecting-ip": person.ip });
  const said = await says(
    `lead find ${person.email}`,
    "could not be stored because of its own content. Nothing of it was sent",
    "CHECK constraint failed: poison",
    /dlq replay [\da-f-]{36}/,
  );
  await stack().query("DROP TRIGGER poison");
  await say(`dlq replay ${/(?<=dlq replay )[\da-f-]{36}/.exec(said)?.[0]}`);
  await delivery(id, "delivered");
});

test("a form that nobody made: one command says so and what to do", async () => {
  await stack().producer.setFaults([{ binding: "KV", mode: "fail" }]);
  const person = newPerson();
  const answer = await fetch(`${stack().producerUrl}/f/frm_nobodys`, {
    method: "POST",
    body: JSON.stringify({ name: person.name, email: person.email }),
    headers: { "content-type": "application/json", "cf-connecting-ip": person.ip },
  });
  expect(answer.status).toBe(202);
  await says(
    `lead find ${person.email}`,
    "a form that is not in the database. It belongs to no client yet",
    "Create the form with the same form key (",
    /dlq replay [\da-f-]{36}/,
  );
});
