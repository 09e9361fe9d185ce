import { namesDiffer } from "@leadrelay/core/identity/names-differ";
import * as z from "zod/mini";
import type { Classification, Kept, OutgoingDelivery, ReceivedResponse, StepEnd } from "../adapter.ts";
import {
  classifyStatus,
  describeResponse,
  isTaken,
  refuse,
  retryLater,
  waitAsked,
} from "../classify-status.ts";
import { parseAnswer } from "../parse-answer.ts";
import { hasNote } from "./build-request.ts";
import type { PipedriveSettings } from "./settings.ts";

const success = z.literal(true);
const personId = z.int().check(z.positive());
const leadId = z.string().check(z.regex(/^[\w-]{1,64}$/));
const found = z.object({ id: personId, name: z.nullish(z.string()) });
const searchAnswer = z.object({ success, data: z.object({ items: z.array(z.object({ item: found })) }) });
const personAnswer = z.object({ success, data: z.object({ id: personId }) });
const leadAnswer = z.object({ success, data: z.object({ id: leadId }) });
const leadsAnswer = z.object({
  success,
  data: z.nullable(z.array(z.object({ id: leadId, origin_id: z.nullish(z.string()) }))),
});
const noteAnswer = z.object({ success, data: z.object({ id: z.int() }) });

/** Somebody who is there already: of those found, the first who is not plainly called something else. */
export function classifySearch(response: ReceivedResponse, delivery: OutgoingDelivery): StepEnd {
  const answer = isTaken(response) ? parseAnswer(searchAnswer, response) : undefined;
  if (answer === undefined) return classifyFailure(response);
  const { first_name } = delivery.event.payload;
  const person = answer.data.items.find(({ item }) => !namesDiffer(first_name, item.name ?? null));
  return { outcome: "onward", ...(person && { kept: { person_id: String(person.item.id) } }) };
}

export function classifyPerson(response: ReceivedResponse): StepEnd {
  const answer = isTaken(response) ? parseAnswer(personAnswer, response) : undefined;
  if (answer === undefined) return classifyFailure(response);
  return { outcome: "onward", kept: { person_id: String(answer.data.id) } };
}

/** What an earlier try may have made without our hearing of it. */
export function classifyLeads(
  response: ReceivedResponse,
  settings: PipedriveSettings,
  { delivery_public_id }: OutgoingDelivery,
): StepEnd {
  const answer = isTaken(response) ? parseAnswer(leadsAnswer, response) : undefined;
  if (answer === undefined) return classifyFailure(response);
  const made = answer.data?.find(({ origin_id }) => origin_id === delivery_public_id);
  return made === undefined ? { outcome: "onward" } : leadIs(made.id, settings);
}

export function classifyLead(response: ReceivedResponse, settings: PipedriveSettings): StepEnd {
  const answer = isTaken(response) ? parseAnswer(leadAnswer, response) : undefined;
  if (answer !== undefined) return leadIs(answer.data.id, settings);
  const end = classifyFailure(response);
  // Deleted since it was found or made: the next try looks for them anew.
  const isWithoutPerson = /person\b.{0,40}(not found|deleted|not exist)/i.test(response.body);
  return end.outcome === "refused" && isWithoutPerson
    ? { outcome: "retry", error: end.error, waitMs: null, kept: { person_id: "" } }
    : end;
}

const leadIs = (lead_id: string, settings: PipedriveSettings): StepEnd =>
  hasNote(settings)
    ? { outcome: "onward", kept: { lead_id } }
    : { outcome: "delivered", receiverId: lead_id };

export function classifyNote(response: ReceivedResponse, { lead_id = "" }: Kept): StepEnd {
  const isNoted = isTaken(response) && parseAnswer(noteAnswer, response) !== undefined;
  return isNoted ? { outcome: "delivered", receiverId: lead_id } : classifyFailure(response);
}

/** Any answer but the one that was hoped for. */
function classifyFailure(response: ReceivedResponse): Classification {
  const { status, headers, body } = response;
  if (isTaken(response)) return refuse(response, "Pipedrive did not do it");
  if (status === 401) return refuse(response, "Pipedrive does not know the API token");
  if (status === 402) return refuse(response, "Pipedrive's own account is closed or unpaid");
  // Whoever goes on past a limit is kept out for a while, by a page of its guard.
  if (status === 403 && body.trimStart().startsWith("<")) return retryLater(response);
  if (status !== 429) return classifyStatus(response);
  const isBudgetSpent = headers.get("x-daily-ratelimit-token-remaining")?.trim() === "0";
  return isBudgetSpent
    ? { outcome: "hold", error: describeResponse(response), waitMs: waitAsked(response) }
    : retryLater(response, waitAsked(response) ?? windowEndMs(headers));
}

/** When the window of two seconds ends, which is told in seconds. */
function windowEndMs(headers: Headers): number | null {
  const [seconds] = /^\d{1,4}$/.exec(headers.get("x-ratelimit-reset") ?? "") ?? [];
  return seconds === undefined ? null : Number(seconds) * 1_000;
}
