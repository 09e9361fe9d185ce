import type { z } from "@hono/zod-openapi";
import type { Contact } from "@leadrelay/core/masking/mask-contact";
import type { Story } from "@leadrelay/core/story/tell-submission";
import type { Access } from "../access/access.ts";
import { offerActions, tellNext } from "../actions/offer-actions.ts";
import { isMasked } from "../access/is-masked.ts";
import { personOf } from "../pages/person-of.ts";
import { toStand } from "../story/stand-schema.ts";
import { projectOfLead } from "../leads/project-of-lead.ts";
import { toStep } from "../story/step-schema.ts";
import type { Candidate } from "./candidate.ts";
import type { whereSchema } from "./where-schema.ts";

type Where = z.input<typeof whereSchema>;

/** What was found, its story, and what is to be said of the looking. */
export interface FoundWhere {
  candidates: Unnamed<Where["candidates"][number]>[];
  story: Unnamed<NonNullable<Where["story"]>> | null;
  sentences: string[];
}

/** Without what its client is called, which is looked up for all of them at once. */
type Unnamed<Part> = Omit<Part, "client_name">;

export const toCandidate = (candidate: Candidate, { scope }: Access): FoundWhere["candidates"][number] =>
  candidate.kind === "lead"
    ? {
        kind: "lead",
        id: candidate.lead.public_id,
        client_id: candidate.lead.client_id,
        ...personOf(candidate.lead, isMasked(scope, candidate.lead.client_id)),
        project: projectOfLead(candidate.lead, isMasked(scope, candidate.lead.client_id)),
        is_test: candidate.lead.is_test,
        at: candidate.at,
      }
    : {
        kind: "submission",
        id: candidate.submissionId,
        client_id: candidate.clientId,
        ...personOf(candidate.person, isMasked(scope, candidate.clientId)),
        project: null,
        is_test: null,
        at: candidate.at,
      };

/** A story as whoever asks may hear it, with what they may do. */
export function toStory(
  { steps, stands }: Story,
  of: {
    client_id: string | null;
    lead_id: string | null;
    submission_id: string | null;
    person: Contact | null;
  },
  access: Access,
): NonNullable<FoundWhere["story"]> {
  const masked = isMasked(access.scope, of.client_id);
  const { person, ...ids } = of;
  return {
    ...ids,
    ...personOf(person, masked),
    attribution: null,
    steps: steps.map((step) => toStep(step, masked)),
    stands:
      stands === null
        ? null
        : {
            state: stands.state,
            ...toStand(stands),
            next: tellNext(stands, of.client_id, access),
            actions: offerActions(stands, of.client_id, access),
          },
  };
}
