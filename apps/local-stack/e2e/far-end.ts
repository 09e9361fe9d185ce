import type { AttemptOutcome, DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { EventType } from "@leadrelay/contracts/event-type";
import type { SentLeadPayload } from "@leadrelay/contracts/lead-payload";
import type { SubmissionOutcome } from "@leadrelay/contracts/submission-outcome";
import type { DecisionTrace } from "@leadrelay/core/decide/decision-trace";
import { parseTrace } from "@leadrelay/core/decide/parse-trace";
import type { TraceRow } from "@leadrelay/core/decide/stored-trace";
import { expect } from "vitest";
import { newPerson } from "../harness/person.ts";
import type { ReceivedDelivery, ReceiverClient } from "../harness/receiver-client.ts";
import type { TestStack } from "../harness/start-stack.ts";

interface StoredSubmission {
  lead_id: number;
  submission_number: number;
  outcome: SubmissionOutcome;
  decision: DecisionTrace;
}

interface StoredDelivery {
  public_id: string;
  event: EventType;
  status: DeliveryStatus;
  attempts: number;
  tries: { outcome: AttemptOutcome; status_code: number | null; error: string | null }[];
}

interface Send extends ReceivedDelivery {
  body: SentLeadPayload;
}

const patient = { timeout: 15_000, interval: 50 };

/** What became of one acknowledged submission: in D1 and at the receiver. */
export interface FarEnd {
  /** Posts a form as a browser that asks for JSON, and returns the id of the submission that was acknowledged. */
  submit: (fields: Record<string, string>, headers?: Record<string, string>) => Promise<string>;
  /** Submits somebody no other test knows. */
  submitSomebody: () => Promise<string>;
  /** As many different people at once. */
  submitMany: (count: number) => Promise<string[]>;
  /** Waits until the submission is in D1. */
  stored: (submissionId: string) => Promise<StoredSubmission>;
  /** Its deliveries as they are now, by event type. */
  deliveries: (submissionId: string) => Promise<StoredDelivery[]>;
  /** Its only delivery, once it has this status. */
  delivery: (submissionId: string, status: DeliveryStatus) => Promise<StoredDelivery>;
  /** Every request the receiver got for it, oldest first. */
  sends: (submissionId: string) => Promise<Send[]>;
}

export function farEnd(
  stack: () => TestStack,
  receiver: () => ReceiverClient = () => stack().receiver,
): FarEnd {
  const far: FarEnd = {
    async submit(fields, headers = {}) {
      const asBrowser = { accept: "application/json", ...headers };
      const answer = await stack().post(new URLSearchParams(fields), asBrowser);
      const text = await answer.text();
      expect({ status: answer.status, text }).toMatchObject({ status: 202 });
      return (JSON.parse(text) as { submission_id: string }).submission_id;
    },
    submitSomebody() {
      const { ip, ...fields } = newPerson();
      return far.submit(fields, { "cf-connecting-ip": ip });
    },
    submitMany: (count) => Promise.all(Array.from({ length: count }, () => far.submitSomebody())),
    async stored(submissionId) {
      return eventually(`${submissionId} in D1`, async () => findSubmission(stack(), submissionId));
    },
    deliveries: (submissionId) => findDeliveries(stack(), submissionId),
    async delivery(submissionId, status) {
      await expect
        .poll(async () => (await far.deliveries(submissionId)).map((each) => each.status), patient)
        .toEqual([status]);
      const [delivery] = await far.deliveries(submissionId);
      if (delivery === undefined) throw new Error("Deliveries are never deleted");
      return delivery;
    },
    async sends(submissionId) {
      const received = (await receiver().received()) as Send[];
      return received.filter(({ body }) => body.lead_submission_public_id === submissionId);
    },
  };
  return far;
}

async function eventually<Found>(what: string, find: () => Promise<Found | undefined>): Promise<Found> {
  let found: Found | undefined;
  await expect.poll(async () => (found = await find()), { ...patient, message: what }).toBeDefined();
  return found as Found;
}

async function findSubmission(stack: TestStack, submissionId: string): Promise<StoredSubmission | undefined> {
  const [row] = await stack.query<Omit<StoredSubmission, "decision"> & TraceRow>(
    `SELECT lead_id, submission_number, outcome, public_id, decision_json FROM lead_submissions
     WHERE client_id = 'cli_demo' AND public_id = ?`,
    submissionId,
  );
  const decision = row && parseTrace(row);
  if (row === undefined || decision === undefined) return undefined;
  const { lead_id, submission_number, outcome } = row;
  return { lead_id, submission_number, outcome, decision };
}

async function findDeliveries(stack: TestStack, submissionId: string): Promise<StoredDelivery[]> {
  const rows = await stack.query<Omit<StoredDelivery, "tries"> & { tries_json: string }>(
    `SELECT d.public_id, e.type AS event, d.status, d.attempts,
       (SELECT json_group_array(json_object('outcome', t.outcome, 'status_code', t.status_code, 'error', t.error))
        FROM (SELECT * FROM delivery_attempts a WHERE a.lead_id = d.lead_id AND a.event_id = d.event_id
          AND a.destination_id = d.destination_id ORDER BY a.number) AS t) AS tries_json
     FROM lead_submissions s
     JOIN events e ON e.lead_id = s.lead_id AND e.submission_public_id = s.public_id
     JOIN deliveries d ON d.lead_id = e.lead_id AND d.event_id = e.id
     WHERE s.client_id = 'cli_demo' AND s.public_id = ? ORDER BY e.type`,
    submissionId,
  );
  return rows.map(({ tries_json, ...row }) => ({
    ...row,
    tries: JSON.parse(tries_json) as StoredDelivery["tries"],
  }));
}
