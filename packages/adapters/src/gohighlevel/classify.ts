import * as z from "zod/mini";
import type { Classification, Kept, ReceivedResponse, StepEnd } from "../adapter.ts";
import {
  classifyStatus,
  describeResponse,
  isTaken,
  refuse,
  retryLater,
  waitAsked,
} from "../classify-status.ts";
import { parseAnswer } from "../parse-answer.ts";
import { hasTags } from "./build-request.ts";
import type { GohighlevelSettings } from "./settings.ts";

const contactId = z.string().check(z.regex(/^[A-Za-z0-9]{6,60}$/));
const contactAnswer = z.object({ contact: z.object({ id: contactId }) });
const knownAnswer = z.object({ message: z.string(), meta: z.object({ contactId }) });

/** A hundred requests in ten seconds (HighLevel, Rate Limits). */
const burstMs = 10_000;

/** What HighLevel says to a person: a sub-account that allows no duplicates names whom it has, who is told instead. */
export function classifyUpsert(response: ReceivedResponse, settings: GohighlevelSettings): StepEnd {
  const known = response.status === 400 ? parseAnswer(knownAnswer, response) : undefined;
  if (known !== undefined && /duplicated contacts/i.test(known.message))
    return { outcome: "onward", kept: { known_as: known.meta.contactId } };
  return classifyContact(response, settings);
}

/** What it says to more about a contact that it has; one that is no longer there is made anew at the next try. */
export function classifyUpdate(
  response: ReceivedResponse,
  settings: GohighlevelSettings,
  { known_as = "" }: Kept,
): StepEnd {
  const isGone = [400, 404].includes(response.status) && /contact[^.]*not found/i.test(response.body);
  if (isGone)
    return { outcome: "retry", error: describeResponse(response), waitMs: null, kept: { known_as: "" } };
  return isTaken(response) ? onceMade(known_as, settings) : classifyContact(response, settings);
}

/** Tags end a try where there are any; that the contact has them already is no failure. */
export const classifyTags = (response: ReceivedResponse, { contact_id = "" }: Kept): Classification =>
  isTaken(response) ? { outcome: "delivered", receiverId: contact_id } : classifyRefusal(response);

function classifyContact(response: ReceivedResponse, settings: GohighlevelSettings): StepEnd {
  if (!isTaken(response)) return classifyRefusal(response);
  const answer = parseAnswer(contactAnswer, response);
  return answer === undefined
    ? refuse(response, "HighLevel took no contact")
    : onceMade(answer.contact.id, settings);
}

const onceMade = (contact_id: string, settings: GohighlevelSettings): StepEnd =>
  hasTags(settings)
    ? { outcome: "onward", kept: { contact_id } }
    : { outcome: "delivered", receiverId: contact_id };

function classifyRefusal(response: ReceivedResponse): Classification {
  const { status, headers } = response;
  if (status === 429 && headers.get("x-ratelimit-daily-remaining") === "0")
    return { outcome: "hold", error: describeResponse(response), waitMs: waitAsked(response) };
  if (status === 429 && headers.has("x-ratelimit-daily-remaining"))
    return retryLater(response, waitAsked(response) ?? burstMs);
  if (status === 401) return refuse(response, "HighLevel does not know the token, or not for this location");
  if (status === 403) return refuse(response, "The token may not write contacts of this location");
  return classifyStatus(response);
}
