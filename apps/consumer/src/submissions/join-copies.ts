import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { mergeOutages } from "@leadrelay/core/outage/merge-outages";
import type { Received } from "../received/settlement.ts";

/**
 * One for each submission: a queue may deliver a message twice, and copies of one batch must neither be sent twice while D1 is away
 * nor forget what only one of them knows. Settling it settles every copy.
 */
export const joinCopies = (received: readonly Received[]): Received[] =>
  [...Map.groupBy(received, ({ body }) => body.submission_id).values()].map(join);

function join(copies: Received[]): Received {
  const [first] = copies;
  if (first === undefined || copies.length === 1) return copies[0] as Received;
  const messages = copies.map(({ message }) => message);
  return {
    body: copies.map(({ body }) => body).reduce(together),
    message: {
      id: first.message.id,
      timestamp: first.message.timestamp,
      body: first.message.body,
      attempts: Math.max(...messages.map(({ attempts }) => attempts)),
      ack: () => messages.forEach((message) => message.ack()),
      retry: (options) => messages.forEach((message) => message.retry(options)),
    },
  };
}

/** A copy that a person released since says what is to become of the submission. */
function released(base: SubmissionMessage, ...copies: SubmissionMessage[]): SubmissionMessage {
  const release = copies.find(({ quarantine }) => quarantine === "released");
  if (release === undefined || base.quarantine === "released") return base;
  return base.form === null ? release : { ...release, form: base.form };
}

function together(one: SubmissionMessage, other: SubmissionMessage): SubmissionMessage {
  const named = released(one.form === null ? other : one, one, other);
  const isLifted = one.block_lifted === true || other.block_lifted === true;
  const base = isLifted ? { ...named, block_lifted: true } : named;
  if (other.outage === undefined) return base.outage === one.outage ? base : { ...base, outage: one.outage };
  if (one.outage === undefined) return { ...base, outage: other.outage };
  return { ...base, outage: mergeOutages(one.outage, other.outage) };
}
