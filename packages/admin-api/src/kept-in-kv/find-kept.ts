import { kvKeys, kvPrefixes } from "@leadrelay/contracts/kv-keys";
import type { OutageSummary } from "@leadrelay/contracts/outage-summary";
import { parseSubmissionText } from "@leadrelay/contracts/parse-submission-message";
import type { SpillMetadata } from "@leadrelay/contracts/spill-metadata";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { timeOfId } from "@leadrelay/core/ids/time-of-id";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { ownersOf } from "./owners-of.ts";
import { readKeptLetter, type KeptLetter } from "./read-kept-letter.ts";
import { parseSummary } from "./parse-summary.ts";

/** What KV keeps of one submission, as far as it is the scope's. */
export interface Kept {
  spilled: { message: SubmissionMessage; refusals: number } | null;
  waiting: OutageSummary | null;
  parked: KeptLetter[];
  payloadKept: { received_at: number } | null;
  /** More letters wait in KV than could be looked through. */
  isPart: boolean;
  /** Whose it is; undefined where KV keeps nothing of it. */
  owner: string | null | undefined;
}

/** Looks for a submission in KV: three reads by key, a list of parked letters, and those among them that are about it. */
export async function findKept(
  submissionId: string,
  letterIds: readonly string[],
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "kv" | "control">,
): Promise<Kept> {
  const { kv } = dependencies;
  const [spill, summary, payload, { parked, isPart }] = await Promise.all([
    kv.getWithMetadata<SpillMetadata>(kvKeys.spill(submissionId)),
    kv.get(kvKeys.persistenceFailure(submissionId)),
    kv.list({ prefix: kvKeys.payload(submissionId), limit: 1 }),
    findParked(letterIds, kv),
  ]);
  const message = parseSubmissionText(spill.value ?? "");
  const found = {
    spilled: message === undefined ? null : { message, refusals: spill.metadata?.failures ?? 0 },
    waiting: parseSummary(summary) ?? null,
  };
  const records = [...recordsOf(found), ...parked];
  const ownerOf = await ownersOf(records, scope, dependencies);
  const isOwn = (record: Parameters<typeof ownerOf>[0]) => ownerOf(record) !== undefined;
  const own = {
    spilled: found.spilled !== null && isOwn(recordOf(found.spilled.message)) ? found.spilled : null,
    waiting: found.waiting !== null && isOwn(found.waiting) ? found.waiting : null,
    parked: parked.filter(isOwn),
  };
  const [first] = [...recordsOf(own), ...own.parked];
  // Nothing in KV tells whose a payload is.
  const isKept = payload.keys.length > 0 && (first !== undefined || scope.isInstallation);
  return {
    ...own,
    isPart,
    payloadKept: isKept ? { received_at: timeOfId(submissionId) ?? 0 } : null,
    owner: first === undefined ? (isKept ? null : undefined) : ownerOf(first),
  };
}

const recordOf = ({ form, form_key }: SubmissionMessage) => ({
  client_id: form?.client_id ?? null,
  form_key,
});

const recordsOf = ({ spilled, waiting }: Pick<Kept, "spilled" | "waiting">) => [
  ...(spilled === null ? [] : [recordOf(spilled.message)]),
  ...(waiting === null ? [] : [waiting]),
];

/** The letters' ids stand at the end of their keys, so that of the thousand that KV lists only those asked for are read. */
async function findParked(
  letterIds: readonly string[],
  kv: KVNamespace,
): Promise<{ parked: KeptLetter[]; isPart: boolean }> {
  const { keys, list_complete } = await kv.list({ prefix: kvPrefixes.deadLetter });
  const wanted = keys.filter(({ name }) => letterIds.some((id) => name.endsWith(`:${id}`)));
  const read = wanted
    .slice(0, letterIds.length)
    .map(async ({ name }) => readKeptLetter(name, await kv.get(name)));
  return { parked: (await Promise.all(read)).filter((one) => one !== undefined), isPart: !list_complete };
}
