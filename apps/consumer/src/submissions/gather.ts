import type { NetworkUsage } from "@leadrelay/contracts/network-usage";
import { candidateCidrs } from "@leadrelay/core/ip-lists/candidate-cidrs";
import type { ClientFacts, Facts } from "@leadrelay/core/decide/facts";
import type { Submission } from "@leadrelay/core/identity/submission";
import { identityKey } from "@leadrelay/core/identity/identity";
import { scheduleOf } from "@leadrelay/core/retry-schedule/schedule-of";
import { readWeights } from "@leadrelay/core/suspicion/weights";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { destinationsOfClients } from "@leadrelay/db/destinations/destinations-of-clients";
import { clientPolicies, type ClientPolicyRow } from "@leadrelay/db/intake/find-clients";
import { formFacts } from "@leadrelay/db/intake/find-forms";
import { ipEntries, type IpCandidates, type IpEntry } from "@leadrelay/db/intake/find-ip-entries";
import { knownSubmissions, leadsOfSubmissions } from "@leadrelay/db/intake/find-known";
import { reserveIds } from "@leadrelay/db/intake/find-stored";
import { runBoth } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../dependencies.ts";

/** What decisions rest on, and the destinations as a send needs them, by id. */
export interface GatheredFacts extends Facts {
  destinations: ReadonlyMap<string, Destination>;
}

/** Reads all that a batch's decisions rest on; one D1 call where control and lead tables share a database. */
export async function gatherFacts(
  submissions: readonly Submission[],
  lead: D1Database,
  dependencies: Dependencies,
): Promise<GatheredFacts> {
  const clientIds = unique(submissions.map(({ client_id }) => client_id));
  const probes = submissions.map(({ contact, ...submission }) => ({
    ...submission,
    identities: contact.identities,
  }));
  const control = [
    formFacts(pipelineScope, unique(submissions.map(({ form_id }) => form_id))),
    clientPolicies(pipelineScope, clientIds),
    destinationsOfClients(pipelineScope, clientIds),
    ipEntries(pipelineScope, lookedUpNetworks(submissions), dependencies.now()),
  ] as const;
  const leads = [
    reserveIds(pipelineScope, probes),
    knownSubmissions(pipelineScope, probes),
    leadsOfSubmissions(pipelineScope, probes),
  ] as const;
  const [[forms, clients, destinations, entries], [reserved, known, knownLeads]] = await runBoth(
    { d1: dependencies.control, statements: control },
    { d1: lead, statements: leads },
  );
  return {
    forms: new Map(forms.map((form) => [form.id, form])),
    clients: new Map(clients.map((row) => [row.id, clientFacts(row, destinations, dependencies)])),
    stored: new Set(known.stored),
    ...listed(submissions, entries),
    identities: new Map(known.held.map((row) => [identityKey(row), row.lead_id])),
    leads: new Map(knownLeads.map((row) => [row.id, row])),
    nextLeadId: reserved.leads ?? 0,
    nextSubmissionId: reserved.lead_submissions ?? 0,
    destinations: new Map(destinations.map((destination) => [destination.id, destination])),
  };
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

const clientFacts = (
  row: ClientPolicyRow,
  destinations: readonly Destination[],
  { config }: Dependencies,
): ClientFacts => ({
  id: row.id,
  test_strings: JSON.parse(row.test_strings_json) as string[],
  suspicion_weights: readWeights(row.suspicion_weights_json),
  destinations: destinations
    .filter(({ client_id }) => client_id === row.id)
    .map((destination) => ({
      ...destination,
      max_attempts: scheduleOf(destination.retry_schedule, config.retrySchedule).length + 1,
    })),
});
