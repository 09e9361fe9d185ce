import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { farEnd } from "./far-end.ts";
import { newPerson } from "../harness/person.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const { delivery, stored, sends } = farEnd(stack);

/** A key the producer cannot have in its memory. */
const newFormKey = () => `frm_${randomUUID()}`;

async function submitTo(formKey: string): Promise<string> {
  const { ip, ...fields } = newPerson();
  const answer = await fetch(`${stack().producerUrl}/f/${formKey}`, {
    method: "POST",
    body: JSON.stringify(fields),
    headers: { "content-type": "application/json", "cf-connecting-ip": ip },
  });
  expect(answer.status).toBe(202);
  return (await answer.json<{ submission_id: string }>()).submission_id;
}

test("with KV failing a form nobody has in memory still takes leads, and D1 knows whose they are", async () => {
  const formKey = newFormKey();
  await stack().query(
    `INSERT INTO forms (id, client_id, form_key, name, snapshot_stale, created_at, updated_at)
     VALUES (?1, 'cli_demo', ?1, 'Not published yet', 0, 0, 0)`,
    formKey,
  );
  await stack().producer.setFaults([{ binding: "KV", mode: "fail" }]);
  const id = await submitTo(formKey);
  expect(await stored(id)).toMatchObject({ submission_number: 1, outcome: "new_lead" });
  await delivery(id, "delivered");
  expect(await sends(id)).toHaveLength(1);
});

test("KV that hangs does not hold the caller", async () => {
  await stack().producer.setFaults([{ binding: "KV", mode: "hang" }]);
  const began = Date.now();
  await submitTo(newFormKey());
  expect(Date.now() - began).toBeLessThan(10_000);
});

test("what was accepted for a form that does not exist is an open dead letter with all that was sent", async () => {
  await stack().producer.setFaults([{ binding: "KV", mode: "fail" }]);
  const formKey = newFormKey();
  const id = await submitTo(formKey);
  const letters = () =>
    stack().query<{ kind: string; state: string; payload_json: string }>(
      "SELECT kind, state, payload_json FROM dead_letters WHERE submission_id = ?",
      id,
    );
  await expect.poll(letters, { timeout: 15_000 }).toMatchObject([{ kind: "unknown_form", state: "open" }]);
  const [letter] = await letters();
  expect(JSON.parse(letter?.payload_json ?? "{}")).toMatchObject({ submission_id: id, form_key: formKey });
});
