import { parseSubmissionMessage } from "@leadrelay/contracts/parse-submission-message";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { messageForms, type ResolvedForm } from "@leadrelay/db/intake/find-forms";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { BlockedIpLeadsTable } from "@leadrelay/db/tables/blocked-ip-leads-table";
import { blockedMessage } from "./blocked-message.ts";
import { fitMessage } from "./fit-message.ts";
import type { ReleaseStepDependencies } from "./release-dependencies.ts";
import { releaseQuarantined } from "./release-quarantined.ts";

/** Submissions that stand apart from leads, and are to go through intake. */
interface Apart {
  database: string;
  clientId: string;
  blocked: readonly BlockedIpLeadsTable[];
  quarantinedIds: readonly string[];
  by: string;
}

/** What became of submissions, by their ids. Those that were not tried, because the time was over, are in none. */
export interface Requeued {
  taken: ReadonlySet<string>;
  /** By the queue, which takes others. */
  refused: ReadonlySet<string>;
  /** Hold no submission that this version can read. */
  unread: ReadonlySet<string>;
}

/** Puts what was kept apart on the queue, in order. Twice is harmless: their ids are the same. Throws when the queue takes nothing. */
export async function requeueApart(
  { blocked, quarantinedIds, ...place }: Apart,
  dependencies: ReleaseStepDependencies,
): Promise<Requeued> {
  const one = await requeueBlocked(blocked, dependencies);
  if (quarantinedIds.length === 0) return one;
  const other = await releaseQuarantined(pipelineScope, { ...place, ids: quarantinedIds }, dependencies);
  const tried = new Set([...other.taken, ...other.refused, ...other.left, ...other.already]);
  return {
    taken: new Set([...one.taken, ...other.taken, ...other.already]),
    refused: new Set([...one.refused, ...other.refused]),
    unread: new Set([...one.unread, ...quarantinedIds.filter((id) => !tried.has(id))]),
  };
}

async function requeueBlocked(
  rows: readonly BlockedIpLeadsTable[],
  { control, enqueueSubmissions, kv }: ReleaseStepDependencies,
): Promise<Requeued> {
  if (rows.length === 0) return { taken: new Set(), refused: new Set(), unread: new Set() };
  const formIds = [...new Set(rows.map(({ form_id }) => form_id))];
  const forms = await runOne(control, messageForms(pipelineScope, formIds));
  const byId = new Map(forms.map((form) => [form.form_id, form]));
  const messages: SubmissionMessage[] = [];
  const unread = new Set<string>();
  for (const row of rows) {
    const message = readBlocked(row, byId.get(row.form_id));
    if (message === undefined) unread.add(row.public_id);
    else messages.push(await fitMessage(message, { kv }));
  }
  const { taken, refused } = await enqueueSubmissions(messages);
  return { taken: idsOf(taken), refused: idsOf(refused), unread };
}

function readBlocked(row: BlockedIpLeadsTable, form: ResolvedForm | undefined) {
  try {
    return form && parseSubmissionMessage(blockedMessage(row, form));
  } catch {
    return undefined;
  }
}

const idsOf = (messages: readonly SubmissionMessage[]) =>
  new Set(messages.map(({ submission_id }) => submission_id));
