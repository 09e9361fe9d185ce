import { callbackMessageSchema } from "@leadrelay/contracts/callback-message";
import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { outageIn } from "@leadrelay/db/storage-error";
import { invalidMessageLetter, messageText } from "../dead-letters/invalid-message-letter.ts";
import { recordDeadLetters } from "../dead-letters/record-dead-letters.ts";
import type { Dependencies } from "../dependencies.ts";
import { settleInvalid } from "../dead-letters/settle-invalid.ts";
import { commitCallbacks } from "./commit-callbacks.ts";
import type { ProvedCallback, ReceivedCallback } from "./kept-callback.ts";
import { proveCallbacks, type Proved } from "./prove-callbacks.ts";

/** A lead may be on its way yet: what matches none is looked at so often before it is kept as that. */
const mostUnmatchedTries = 5;
const unmatchedDelaySeconds = 60;
/** A storage that answers, but wrongly, is asked this often before a person is. */
const mostFailedTries = 20;
const longestDelaySeconds = 300;

/** Keeps what the callbacks of a batch say, and settles each message exactly once: acked, put back, or made a dead letter. Never throws. */
export async function settleCallbacks(
  messages: readonly Message[],
  dependencies: Dependencies,
): Promise<void> {
  const read = messages.map((message) => ({
    message,
    body: callbackMessageSchema.safeParse(message.body).data,
  }));
  await settleInvalid(
    read.filter(({ body }) => body === undefined).map(({ message }) => message),
    dependencies,
  );
  const valid = read.flatMap(({ message, body }) => (body === undefined ? [] : [{ message, body }]));
  if (valid.length > 0) await keep(valid, dependencies);
}

async function keep(received: readonly ReceivedCallback[], dependencies: Dependencies): Promise<void> {
  let proved: Proved[];
  try {
    proved = await proveCallbacks(
      received.map(({ body }) => body),
      dependencies,
    );
  } catch (error) {
    for (const one of received) await putBack(one, error, dependencies);
    return;
  }
  const good: ProvedCallback[] = [];
  for (const [index, one] of received.entries()) {
    const proof = proved[index];
    if (proof?.kind === "proved") good.push({ ...one, ...proof });
    else {
      if (proof?.kind === "refused")
        logEvent("callback.refused", {
          callback_id: one.body.callback_id,
          kind: one.body.said.kind,
          why: proof.why,
        });
      await acknowledge(one, dependencies);
    }
  }
  for (const [database, together] of Map.groupBy(good, ({ client }) => client.database))
    await keepIn(database, together, dependencies);
}

/** What cannot be kept together is kept one by one, so that one that breaks keeps back no other. */
async function keepIn(
  database: string,
  together: readonly ProvedCallback[],
  dependencies: Dependencies,
): Promise<void> {
  try {
    const isLast = ({ message }: ProvedCallback) => message.attempts >= mostUnmatchedTries;
    const ends = await commitCallbacks(database, together, isLast, dependencies);
    for (const { one, end } of ends) {
      if (end === "kept") await acknowledge(one, dependencies);
      if (end === "unmatched") one.message.retry({ delaySeconds: unmatchedDelaySeconds });
      if (end === "conflict") one.message.retry({ delaySeconds: 1 });
    }
    const later = ends.filter(({ end }) => end === "later").map(({ one }) => one);
    if (later.length > 0) await keepIn(database, later, dependencies);
  } catch (error) {
    const isAway = outageIn(error) !== undefined;
    for (const one of together)
      if (isAway || together.length === 1) await putBack(one, error, dependencies);
      else await keepIn(database, [one], dependencies);
  }
}

async function acknowledge({ message, body }: ReceivedCallback, { journal }: Dependencies): Promise<void> {
  try {
    await journal?.del([body.callback_id]);
  } catch {
    // It comes back, and is found kept.
  }
  message.ack();
}

/** While D1 is away it waits, for longer each time; what nothing takes for another reason becomes a dead letter. */
async function putBack(one: ReceivedCallback, thrown: unknown, dependencies: Dependencies): Promise<void> {
  const { message, body } = one;
  const reason = reasonOf(thrown);
  const delaySeconds = Math.min(longestDelaySeconds, 10 * 2 ** Math.min(message.attempts - 1, 5));
  if (outageIn(thrown) === undefined && message.attempts >= mostFailedTries) {
    const failure = { cause: "failed" as const, attempts: message.attempts, failedAt: dependencies.now() };
    try {
      await recordDeadLetters(dependencies, [invalidMessageLetter(messageText(message.body), failure)]);
      await acknowledge(one, dependencies);
      return;
    } catch {
      // Neither D1 nor KV has it: it stays on the queue.
    }
  }
  logEvent("message.retried", { callback_id: body.callback_id, reason, delay_seconds: delaySeconds });
  message.retry({ delaySeconds });
}
