import { emailBeginnings } from "@leadrelay/core/identity/email-beginnings";
import { searchableScope } from "../access/searchable-scope.ts";
import type { Access } from "../access/access.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { readPhone } from "../leads/find-by-contact.ts";
import { answerLead, answerSubmission } from "./answer-by-id.ts";
import { byNewest } from "./candidate.ts";
import { findLeadsOf } from "./find-leads-of.ts";
import { findRecentOf } from "./find-recent-of.ts";
import { findUnstoredOf } from "./find-unstored-of.ts";
import type { Question } from "./read-question.ts";
import { toCandidate, type FoundWhere } from "./to-answer.ts";

const mostCandidates = 20;
const mostForms = 50;
/** Beside two for each client. */
const mostCodes = 24;
const mostSpellings = 16;

/** Where the leads of a person are: the story of the newest, and what else there is. */
export async function answerByContact(
  { by, text }: Extract<Question, { text: string }>,
  access: Access,
  dependencies: AdminDependencies,
): Promise<FoundWhere> {
  const scope = searchableScope(access.scope);
  const values =
    by === "email"
      ? emailBeginnings(text)
      : await readPhone(text, scope, dependencies, {
          mostForms,
          mostCodes: mostCodes + 2 * scope.clients.length,
          most: mostSpellings,
        });
  const sought = { by, values };
  const [known, unstored] = await Promise.all([
    findLeadsOf(sought, mostCandidates, scope, dependencies),
    findUnstoredOf(sought, scope, dependencies),
  ]);
  const leads = known.length > 0 ? known : await findRecentOf(sought, scope, dependencies);
  const found = [...leads, ...unstored.candidates].toSorted(byNewest).slice(0, mostCandidates);
  const [newest] = found;
  if (newest === undefined) return { candidates: [], story: null, sentences: unstored.sentences };
  const asked = { ...access, scope };
  const { story } =
    newest.kind === "lead"
      ? await answerLead(newest, asked, dependencies)
      : await answerSubmission({ ...newest, deliveryId: null }, asked, dependencies);
  return { candidates: found.map((one) => toCandidate(one, access)), story, sentences: unstored.sentences };
}
