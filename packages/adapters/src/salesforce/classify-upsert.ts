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
import { withUsual, type SalesforceSettings } from "./settings.ts";

const recordId = z.string().check(z.regex(/^[A-Za-z0-9]{15,18}$/));
const takenAnswer = z.object({ id: z.optional(recordId), success: z.optional(z.boolean()) });

const errorsAnswer = z.array(z.object({ errorCode: z.string(), message: z.optional(z.string()) }));
type Failure = z.output<typeof errorsAnswer>[number];

export function classifyUpsert(response: ReceivedResponse, settings: SalesforceSettings): StepEnd {
  if (isTaken(response)) return classifyTaken(response);
  const { external_id_field, allow_duplicates } = withUsual(settings);
  if (response.status === 401) return { outcome: "stale_token", error: describeResponse(response) };
  if (response.status === 300)
    return refuse(response, `several Leads have this id: mark ${external_id_field} as Unique`);
  const [failure] = parseAnswer(errorsAnswer, response) ?? [];
  // A rule of the owner's guesses who somebody is: whether the lead is wanted all the same a person says.
  if (failure?.errorCode === "DUPLICATES_DETECTED")
    return refuse(
      response,
      allow_duplicates === true
        ? "a duplicate rule of your Salesforce blocks this person: change the rule there"
        : "a duplicate rule finds this person: allow_duplicates=on makes the Lead where the rule only warns",
    );
  const answered = failure === undefined ? undefined : classifyFailure(failure, response, external_id_field);
  return answered ?? classifyStatus(response);
}

/** A page, and a list of errors, come with a 200 only of something that is no API. */
function classifyTaken(response: ReceivedResponse): Classification {
  const taken = parseAnswer(takenAnswer, response);
  if (taken?.success === false || (taken === undefined && /^\s*[<[]/.test(response.body)))
    return refuse(response, "Salesforce took no Lead");
  return taken?.id === undefined ? { outcome: "delivered" } : { outcome: "delivered", receiverId: taken.id };
}

function classifyFailure(
  failure: Failure,
  response: ReceivedResponse,
  idField: string,
): Classification | undefined {
  const { errorCode, message = "" } = failure;
  switch (errorCode) {
    // Sales made a contact of the lead, and Salesforce changes it no more.
    case "CANNOT_UPDATE_CONVERTED_LEAD":
      return { outcome: "duplicate_at_receiver", error: describeResponse(response) };
    case "UNABLE_TO_LOCK_ROW":
      return retryLater(response);
    // Another try of the same lead was first: the next one finds it.
    case "DUPLICATE_VALUE":
      return message.includes(idField) ? retryLater(response) : undefined;
    // Requests that take long are counted while they run; those of a day are spent until it is over.
    case "REQUEST_LIMIT_EXCEEDED":
      return /concurrent/i.test(message)
        ? retryLater(response)
        : { outcome: "hold", error: describeResponse(response), waitMs: waitAsked(response) };
    case "NOT_FOUND":
      return refuse(
        response,
        `Lead has no field ${idField} marked as External ID that the app's user may see`,
      );
    case "REQUIRED_FIELD_MISSING":
      return refuse(response, "your Salesforce asks for a field: fill it by custom_fields");
    case "API_DISABLED_FOR_ORG":
      return refuse(response, "this edition of Salesforce has no API, or its user may not use it");
    default:
      return undefined;
  }
}
