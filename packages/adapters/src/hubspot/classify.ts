import * as z from "zod/mini";
import type { Classification, ReceivedResponse, StepEnd } from "../adapter.ts";
import {
  classifyStatus,
  describeResponse,
  isTaken,
  refuse,
  retryLater,
  waitAsked,
} from "../classify-status.ts";
import { parseAnswer } from "../parse-answer.ts";

const id = z.string().check(z.regex(/^\d{1,30}$/));
const contactAnswer = z.object({ id });
/** HTTP 207: of one input, so one of both. */
const multiStatusAnswer = z.object({ results: z.tuple([contactAnswer], z.unknown()) });
const errorAnswer = z.object({
  message: z.optional(z.string()),
  policyName: z.optional(z.string()),
});

/** Locks last for 2 s (developers.hubspot.com, Error handling). */
const lockMs = 2_000;
const rollingMs = 10_000;

/** What HubSpot says to a new contact: that it has one of that e-mail address is no end, but whom to tell instead. */
export function classifyCreate(response: ReceivedResponse): StepEnd {
  if (response.status === 409) {
    const { message = "" } = parseAnswer(errorAnswer, response) ?? {};
    const [, contact_id] = /Existing ID: (\d{1,30})/.exec(message) ?? [];
    if (contact_id !== undefined) return { outcome: "onward", kept: { contact_id } };
  }
  return classifyContact(response);
}

/** What it says to more about a contact; one that is no longer there is made anew at the next try. */
export function classifyUpdate(response: ReceivedResponse): StepEnd {
  const { message = "" } = parseAnswer(errorAnswer, response) ?? {};
  if (response.status === 404 && /not found/i.test(message))
    return { outcome: "retry", error: describeResponse(response), waitMs: null, kept: { contact_id: "" } };
  return classifyContact(response);
}

function classifyContact(response: ReceivedResponse): Classification {
  const { status } = response;
  if (isTaken(response)) {
    const receiverId = idOf(response);
    return receiverId === undefined
      ? refuse(response, "HubSpot took no contact")
      : { outcome: "delivered", receiverId };
  }
  if (status === 401) return refuse(response, "HubSpot does not know the service key");
  if (status === 403) return refuse(response, "The service key may not write contacts");
  if (status === 423) return retryLater(response, Math.max(waitAsked(response) ?? lockMs, lockMs));
  // The account moves to another data centre, for up to a day.
  if (status === 477) return hold(response);
  if (status === 429) return classifyLimit(response);
  return classifyStatus(response);
}

const idOf = (response: ReceivedResponse): string | undefined =>
  parseAnswer(contactAnswer, response)?.id ?? parseAnswer(multiStatusAnswer, response)?.results[0].id;

function classifyLimit(response: ReceivedResponse): Classification {
  const { policyName = "" } = parseAnswer(errorAnswer, response) ?? {};
  if (policyName === "DAILY") return hold(response);
  const waitMs = waitAsked(response) ?? (policyName === "TEN_SECONDLY_ROLLING" ? rollingMs : null);
  return retryLater(response, waitMs);
}

const hold = (response: ReceivedResponse): Classification => ({
  outcome: "hold",
  error: describeResponse(response),
  waitMs: waitAsked(response),
});
