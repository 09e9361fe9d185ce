import { standOfLetter } from "@leadrelay/core/story/stand-of-submission";
import { tellLetter } from "@leadrelay/core/story/tell-letter";
import type { Access } from "../access/access.ts";
import { isMasked } from "../access/is-masked.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { readDestinations } from "../deliveries/read-destinations.ts";
import { attributionOfLead } from "../leads/attribution-of-lead.ts";
import { readLeadStory } from "../story/read-lead-story.ts";
import { readSubmissionStory } from "../story/read-submission-story.ts";
import { showLetters } from "../story/show-letters.ts";
import type { Candidate } from "./candidate.ts";
import { resolveId } from "./resolve-id.ts";
import { toCandidate, toStory, type FoundWhere } from "./to-answer.ts";

/** Where the one thing is that an id names. */
export async function answerById(
  id: string,
  access: Access,
  dependencies: AdminDependencies,
): Promise<FoundWhere> {
  const { scope } = access;
  const named = await resolveId(id, scope, dependencies);
  switch (named.kind) {
    case "lead":
      return answerLead(
        { kind: "lead", at: named.lead.last_submitted_at, lead: named.lead },
        access,
        dependencies,
      );
    case "submission":
      return answerSubmission(named, access, dependencies);
    case "letter": {
      const [letter = named.letter] = await showLetters([named.letter], scope, dependencies);
      const to = letter.destination_id;
      const lookup = await readDestinations(to === null ? [] : [to], scope, dependencies);
      const story = { steps: tellLetter(letter), stands: standOfLetter(letter, lookup(to ?? "")) };
      const of = { client_id: named.letter.client_id, lead_id: null, submission_id: null, person: null };
      return { candidates: [], story: toStory(story, of, access), sentences: [] };
    }
  }
}

/** Where a lead is. */
export async function answerLead(
  candidate: Extract<Candidate, { kind: "lead" }>,
  access: Access,
  dependencies: AdminDependencies,
): Promise<FoundWhere> {
  const { lead } = candidate;
  const story = await readLeadStory(lead, access.scope, dependencies);
  const of = { client_id: lead.client_id, lead_id: lead.public_id, submission_id: null, person: lead };
  return {
    candidates: [toCandidate(candidate, access)],
    story: {
      ...toStory(story, of, access),
      attribution: attributionOfLead(lead, isMasked(access.scope, lead.client_id)),
    },
    sentences: [],
  };
}

/** Where a submission is, stored or not. */
export async function answerSubmission(
  { submissionId, deliveryId }: { submissionId: string; deliveryId: string | null },
  access: Access,
  dependencies: AdminDependencies,
): Promise<FoundWhere> {
  const told = await readSubmissionStory(submissionId, deliveryId, access.scope, dependencies);
  const [first] = told.steps;
  const { client_id, lead_id, person, sentences } = told;
  if (first === undefined) return { candidates: [], story: null, sentences };
  const candidate = { kind: "submission", at: first.at, submissionId, clientId: client_id, person } as const;
  return {
    candidates: [toCandidate(candidate, access)],
    story: toStory(told, { client_id, lead_id, submission_id: submissionId, person }, access),
    sentences,
  };
}
