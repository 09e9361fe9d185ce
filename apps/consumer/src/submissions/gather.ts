import type { NetworkUsage } from "@leadrelay/contracts/network-usage";
import { candidateCidrs } from "@leadrelay/core/ip-lists/candidate-cidrs";
import type { ClientFacts, Facts } from "@leadrelay/core/decide/facts";
import type { Submission } from "@leadrelay/core/identity/submission";
import { scheduleOf } from "@leadrelay/core/retry-schedule/schedule-of";
import { storedFilter } from "@leadrelay/core/shape/stored-filter";
import { readWeights } from "@leadrelay/core/suspicion/weights";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { destinationsOfClients } from "@leadrelay/db/destinations/destinations-of-clients";
import { clientPolicies, type ClientPolicyRow } from "@leadrelay/db/intake/find-clients";
import { formFacts } from "@leadrelay/db/intake/find-forms";
import { ipEntries, type IpCandidates, type IpEntry } from "@leadrelay/db/intake/find-ip-entries";
import { takeTurn } from "@leadrelay/db/intake/take-turn";
import { runBatch, runBoth } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { withRepeats } from "@leadrelay/db/with-repeats";
import type { Dependencies } from "../dependencies.ts";
import type { Pending } from "../received/pending.ts";
import type { Intake } from "./intake.ts";
import { readOptOuts } from "./read-opt-outs.ts";
import { knownFacts, readingKnown, type KnownFacts } from "./read-known.ts";
import { besideTag, filledByTag, readSessions } from "./read-sessions.ts";

/** All that a batch's decisions rest on, but for its ids; and the destinations as a send needs them, by id. */
export interface GatheredFacts
  extends KnownFacts, Pick<Facts, "forms" | "clients" | "blocked" | "allowed" | "sessions"> {
  destinations: ReadonlyMap<string, Destination>;
}

/** Reads it; one D1 call where control and lead tables share a database. Throws what D1 throws. */
export async function gatherFacts(pending: readonly Pending[], intake: Intake): Promise<GatheredFacts> {
  const { d1, dependencies } = intake;
  const submissions = pending.map(intake.submissionOf);
  const clientIds = unique(submissions.map(({ client_id }) => client_id));
  const control = [
    formFacts(pipelineScope, unique(submissions.map(({ form_id }) => form_id))),
    clientPolicies(pipelineScope, clientIds),
    destinationsOfClients(pipelineScope, clientIds),
    ipEntries(pipelineScope, lookedUpNetworks(submissions), dependencies.now()),
  ] as const;
  const known = readingKnown(submissions, intake);
  // Reads, and ids of which a repeat only leaves some unused.
  const [[[forms, clients, destinations, entries], answers], sessions] = await Promise.all([
    withRepeats(
      () => runBoth({ d1: dependencies.control, statements: control }, { d1, statements: known }),
      dependencies,
    ),
    readSessions(filledByTag(submissions), intake),
  ]);
  const optedOut = await readOptOuts(submissions, destinations, intake);
  const formsById = new Map(forms.map((form) => [form.id, form]));
  const others = await readSessions(besideTag(submissions, formsById), intake);
  return {
    forms: formsById,
    clients: new Map(clients.map((row) => [row.id, clientFacts(row, destinations, optedOut, dependencies)])),
    destinations: new Map(destinations.map((destination) => [destination.id, destination])),
    sessions: new Map([...sessions, ...others]),
    ...listed(submissions, entries),
    ...knownFacts(answers, submissions.length, intake),
  };
}

/**
 * Reads anew what others' commits can change for some of the batch, and takes a turn to commit; `beginsAt` in ms UTC.
 * Throws what D1 throws.
 */
export async function readInTurn(
  pending: readonly Pending[],
  read: GatheredFacts,
  turn: { turnMs: number; longestMs: number },
  intake: Intake,
): Promise<{ read: GatheredFacts; beginsAt: number }> {
  const { d1, dependencies } = intake;
  const submissions = pending.map(intake.submissionOf);
  const statements = [
    takeTurn(pipelineScope, { nowMs: dependencies.now(), ...turn }),
    ...readingKnown(submissions, intake),
  ] as const;
  const [beginsAt, ...answers] = await withRepeats(() => runBatch(d1, statements), dependencies);
  return { read: { ...read, ...knownFacts(answers, submissions.length, intake) }, beginsAt };
}

/** Reads anew what others' commits can change for some of the batch. Throws what D1 throws. */
export async function readAgain(
  pending: readonly Pending[],
  read: GatheredFacts,
  intake: Intake,
): Promise<GatheredFacts> {
  const submissions = pending.map(intake.submissionOf);
  const statements = readingKnown(submissions, intake);
  const answers = await withRepeats(() => runBatch(intake.d1, statements), intake.dependencies);
  return { ...read, ...knownFacts(answers, submissions.length, intake) };
}

const unique = (texts: readonly string[]) => [...new Set(texts)];

const networkKey = (clientId: string, cidr: string) => `${clientId} ${cidr}`;

/** Each client's candidates, without those that several submissions share. */
function lookedUpNetworks(submissions: readonly Submission[]): IpCandidates[] {
  const ofClients = Map.groupBy(submissions, ({ client_id }) => client_id);
  return [...ofClients].map(([client_id, posted]) => {
    const addresses = unique(posted.flatMap(({ context }) => context.ip ?? []));
    return { client_id, cidrs: unique(addresses.flatMap(candidateCidrs)) };
  });
}

/** Which submissions come from a listed address; the narrowest entry speaks. */
function listed(
  submissions: readonly Submission[],
  entries: readonly IpEntry[],
): Pick<Facts, "blocked" | "allowed"> {
  const blocked = new Map<string, string>();
  const allowed = new Map<string, NetworkUsage>();
  if (entries.length === 0) return { blocked, allowed };
  const byNetwork = new Map(entries.map((entry) => [networkKey(entry.client_id, entry.cidr), entry]));
  for (const { submission_id, client_id, context } of submissions) {
    const networks = candidateCidrs(context.ip ?? "").map((cidr) => networkKey(client_id, cidr));
    const entry = networks.map((network) => byNetwork.get(network)).find((found) => found !== undefined);
    if (entry?.list === "blocked") blocked.set(submission_id, entry.cidr);
    if (entry?.list === "allowed") allowed.set(submission_id, entry.usage);
  }
  return { blocked, allowed };
}

const nobody: ReadonlySet<string> = new Set();

const clientFacts = (
  row: ClientPolicyRow,
  destinations: readonly Destination[],
  optedOut: ReadonlyMap<string, ReadonlySet<string>>,
  { config }: Dependencies,
): ClientFacts => ({
  id: row.id,
  test_strings: JSON.parse(row.test_strings_json) as string[],
  suspicion_weights: readWeights(row.suspicion_weights_json),
  optedOut: optedOut.get(row.id) ?? nobody,
  destinations: destinations
    .filter(({ client_id }) => client_id === row.id)
    .map((destination) => ({
      ...destination,
      max_attempts: scheduleOf(destination.retry_schedule, config.retrySchedule).length + 1,
      filter: storedFilter(destination.shape_json),
    })),
});
