import { kvKeys } from "@leadrelay/contracts/kv-keys";
import type { DeadLetterKind } from "@leadrelay/contracts/dead-letter";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { env } from "cloudflare:test";
import { invalidMessageLetter } from "../../src/dead-letters/invalid-message-letter.ts";
import { recordDeadLetters } from "../../src/dead-letters/record-dead-letters.ts";
import { submissionLetter } from "../../src/dead-letters/submission-letter.ts";
import { deliverMessages, testDependencies, testNow } from "../deliver-messages.ts";
import { hookUrl, scriptedReceiver, sealUrl, wake, type Answer } from "../deliver-wakeups.ts";
import { failing } from "../failing.ts";
import { publishDirect } from "../publish-direct.ts";
import { rows } from "../tenant.ts";
import type { House } from "./people.ts";
import { anna, submitForm } from "./person.ts";

/** Annabel's submission, not handed to anything yet. */
function annasMessage(house: House, given: Partial<SubmissionMessage> = {}): SubmissionMessage {
  return house.submission({
    submission_id: crypto.randomUUID(),
    received_at: testNow,
    fields: { ...anna },
    payload: { ...anna },
    ...given,
  });
}

/** Stored, and its delivery tried with these answers, one a wake-up. */
export async function storedAndTried(house: House, ...answers: Answer[]): Promise<string> {
  await sealUrl(house, hookUrl);
  const id = await submitForm(house, anna, { received_at: testNow });
  const keys = await rows(
    "SELECT d.lead_id, d.event_id, d.destination_id FROM deliveries AS d WHERE d.client_id = ?",
    house.clientId,
  );
  for (const answer of answers) await wake(keys, { fetch: scriptedReceiver(answer).fetch });
  return id;
}

/** Could not be stored for a reason that needs a person. */
export async function buried(
  house: House,
  kind: Exclude<DeadLetterKind, "delivery" | "invalid_message">,
): Promise<string> {
  const message = annasMessage(house);
  const failure = { kind, cause: "constraint" as const, attempts: 3, error: "no", failedAt: testNow + 1_000 };
  await recordDeadLetters(testDependencies(), [submissionLetter(message, failure)]);
  return message.submission_id;
}

/** What was no message; answers the letter's id. */
export async function buriedNonsense(): Promise<string> {
  const letter = invalidMessageLetter(`nonsense ${crypto.randomUUID()}`, {
    cause: "not_a_submission",
    attempts: 1,
    failedAt: testNow,
  });
  await recordDeadLetters(testDependencies(), [letter]);
  return letter.id;
}

/** The same while D1 is away: the letter waits in KV. */
export async function parked(house: House): Promise<string> {
  const message = annasMessage(house);
  const failure = { kind: "poison", cause: "constraint" as const, attempts: 3, failedAt: testNow } as const;
  const away = { leadDatabase: () => failing(env.DB, ["batch"]) };
  await recordDeadLetters({ ...testDependencies(), ...away }, [submissionLetter(message, failure)]);
  return message.submission_id;
}

/** The queue refused it. */
export async function spilled(house: House, given: Partial<SubmissionMessage> = {}): Promise<string> {
  const message = annasMessage(house, given);
  await env.KV.put(kvKeys.spill(message.submission_id), JSON.stringify(message), {
    metadata: { failures: 2 },
  });
  return message.submission_id;
}

/** D1 is away for the second time: it was sent without. */
export async function waitingForD1(house: House): Promise<string> {
  return (await waitingMessage(house)).id;
}

/** The same, with the message that waits. */
export async function waitingMessage(house: House): Promise<{ id: string; message: SubmissionMessage }> {
  const away = failing(env.DB, ["batch"]);
  const given = {
    control: away,
    leadDatabase: () => away,
    fetch: scriptedReceiver().fetch,
  };
  await publishDirect(house, testDependencies());
  let message = annasMessage(house);
  for (let time = 0; time < 2; time += 1) {
    const dependencies = testDependencies(given);
    await deliverMessages([message], dependencies);
    message = dependencies.leadsQueue.sent[0] ?? message;
  }
  return { id: message.submission_id, message };
}

/** From a blocked address. */
export async function blocked(house: House): Promise<string> {
  await env.DB.prepare(
    "INSERT INTO blocked_ips (client_id, cidr, blocked_at) VALUES (?, '203.0.113.77/32', 0)",
  )
    .bind(house.clientId)
    .run();
  return submitForm(house, anna, { received_at: testNow });
}
