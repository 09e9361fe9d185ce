import { tellLead } from "@leadrelay/core/story/tell-lead";
import type { Story } from "@leadrelay/core/story/tell-submission";
import type { Lead } from "@leadrelay/db/leads/lead";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { submissionsOfLead } from "@leadrelay/db/submissions/submissions-of-lead";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { readCallbacks } from "./read-callbacks.ts";
import { readChapters } from "./read-chapters.ts";

/** Of somebody who submits more often than this, the timeline tells the rest. */
const toldSubmissions = 10;

/** The story of a lead's newest submissions. */
export async function readLeadStory(
  lead: Lead,
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "control" | "leadDatabase" | "now">,
): Promise<Story> {
  const client = clientInScope(scope, lead.client_id);
  const submissions = await runOne(
    dependencies.leadDatabase(client.database),
    submissionsOfLead(scope, lead, { limit: toldSubmissions }),
  );
  const { chapters, letters, lookup } = await readChapters(submissions, client, scope, dependencies);
  const story = tellLead(chapters, letters, { lookup, nowMs: dependencies.now() });
  const callbacks = await readCallbacks(lead, client, scope, dependencies);
  return { ...story, steps: [...story.steps, ...callbacks].toSorted((a, b) => a.at - b.at) };
}
