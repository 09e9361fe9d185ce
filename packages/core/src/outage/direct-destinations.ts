import type { DirectConfig } from "@leadrelay/contracts/direct-config";
import type { Environment } from "@leadrelay/contracts/environment";
import { testReason } from "../decide/test-reason.ts";
import type { Submission } from "../identity/submission.ts";
import { eventId } from "../ids/derived-id.ts";
import type { ToldLead } from "../shape/lead-values.ts";
import { chooseDirectly } from "./choose-directly.ts";
import { directPayload } from "./direct-payload.ts";
import { matchCidr } from "../ip-lists/match-cidr.ts";

type Usage = DirectConfig["allowed"][number]["usage"];
type DirectDestination = DirectConfig["destinations"][number];

interface Known {
  environment: Environment;
  nowMs: number;
  /** The kinds of destination that hear of a lead before it is stored. */
  kinds: ReadonlySet<string>;
}

/** Where a lead goes while D1 is away: what can be known without D1 applies first, lists, tests and environments. */
export function directDestinations(
  submission: Submission,
  config: DirectConfig,
  { environment, nowMs, kinds }: Known,
): { destinations: DirectDestination[]; isTest: boolean; allowed: Usage | undefined } {
  const ip = submission.context.ip ?? "";
  if (!submission.block_lifted && matchCidr(ip, config.blocked, nowMs) !== undefined)
    return { destinations: [], isTest: false, allowed: undefined };
  const allowed = matchCidr(ip, config.allowed, nowMs)?.usage;
  const isTest = testReason(submission, config, allowed) !== null;
  const destinations = config.destinations.filter(
    (destination) =>
      kinds.has(destination.kind) &&
      destination.environments.includes(environment) &&
      (destination.takes_test || !isTest),
  );
  const told = () => toldDirectly(submission, { environment, isTest, allowed });
  const chosen = chooseDirectly(destinations, submission, told).filter(({ id }) => isOpen(submission, id));
  return { destinations: chosen, isTest, allowed };
}

/** A lead as conditions see it while D1 is away: as a new one. */
function toldDirectly(
  submission: Submission,
  known: { environment: Environment; isTest: boolean; allowed: Usage | undefined },
): ToldLead {
  const { submission_id, received_at, attribution, fields, payload_json } = submission;
  const type = "lead.created";
  return {
    event: { id: eventId(submission_id, type), type, created_at: received_at },
    payload: directPayload(submission, { ...known, event: type, submissionNumber: 1 }),
    attribution: { first: attribution, latest: attribution },
    message: fields.message ?? null,
    payload_json,
    delivery_public_id: null,
  };
}

/** One less than the default schedule's tries, so that one is left when D1 is back; the message has to carry them all. */
const mostDirectTries = 9;

/** Not sent yet, or sent without success that another try may bring. */
function isOpen({ direct }: Submission, destinationId: string): boolean {
  const tries = direct[destinationId] ?? [];
  return tries.length < mostDirectTries && (tries.at(-1)?.outcome ?? "retry") === "retry";
}
