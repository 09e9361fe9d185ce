import { env } from "cloudflare:test";
import { testNow } from "../deliver-messages.ts";
import { newHouse } from "./people.ts";
import { anna, submitForm } from "./person.ts";

const minuteMs = 60_000;
const run = (text: string, ...values: unknown[]) =>
  env.DB.prepare(text)
    .bind(...values)
    .run();

/**
 * Annabel's client, with one submission that is sent and one for each reason not to: a repeat, a test (that her browser and address
 * are not known by), what no destination takes, and one from an address that is blocked by then. Each some minutes behind the one before.
 */
export async function unsentHouse() {
  const house = await newHouse();
  await run("UPDATE clients SET test_strings_json = '[\"rehearsal\"]' WHERE id = ?", house.clientId);
  const at = (minutes: number) => ({ received_at: testNow - minutes * minuteMs });
  const sent = await submitForm(house, anna, at(20));
  const duplicate = await submitForm(house, anna, at(8));
  const test = await submitForm(house, { ...anna, project: "Rehearsal" }, at(6));
  await run("UPDATE destinations SET event_types_json = '[]' WHERE id = ?", house.destinationId);
  const nobody = await submitForm(house, { ...anna, project: "Elsewhere" }, at(4));
  await run(
    'UPDATE destinations SET event_types_json = \'["lead.created","lead.reengaged"]\' WHERE id = ?',
    house.destinationId,
  );
  await run(
    "INSERT INTO blocked_ips (client_id, cidr, blocked_at) VALUES (?, '203.0.113.77/32', 0)",
    house.clientId,
  );
  const blocked = await submitForm(house, anna, at(2));
  return { house, sent, duplicate, test, nobody, blocked };
}
