import type { KnownLead } from "@leadrelay/core/decide/facts";
import { identityKinds, type Identity, type IdentityKind } from "@leadrelay/core/identity/identity";
import { sql } from "kysely";
import { withLatest } from "../leads/latest-attribution.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { Flag } from "../tables/flag.ts";
import type { LeadsTable } from "../tables/leads-table.ts";
import { wentOut } from "./went-out.ts";

/** What a submission may be known by. */
export interface Probe {
  client_id: string;
  submission_id: string;
  project_key: string;
  /** A person let it out of quarantine: that it was there does not make it stored. */
  isReleased: boolean;
  /** The same of one that stands among the blocked. */
  isUnblocked: boolean;
  identities: Readonly<Partial<Record<IdentityKind, string>>>;
}

/**
 * One element of the JSON parameter per submission, with all its values: D1 counts each element as a row read, and a look-up
 * by key that finds nothing as none.
 */
const probesJson = (probes: readonly Probe[]) =>
  JSON.stringify(
    probes.map(({ client_id, submission_id, project_key, isReleased, isUnblocked, identities }) => [
      client_id,
      submission_id,
      project_key,
      isReleased ? 1 : 0,
      isUnblocked ? 1 : 0,
      ...identityKinds.map((kind) => identities[kind] ?? null),
    ]),
  );

/** Every identity a submission may be known under, test and live: which of the two it is, only the facts can tell. */
const lookups = identityKinds.flatMap((kind, index) =>
  [false, true].map((isTest) => ({
    kind,
    isTest,
    element: 5 + index,
    column: `${kind}_${isTest ? "test" : "live"}`,
  })),
);

/** SQL: the lead that holds one identity of the submission `j`, or NULL. */
const holders = lookups.map(
  ({ kind, isTest, element }) => `(
    SELECT i.lead_id FROM lead_identities AS i
    WHERE i.client_id = j.value ->> 0 AND i.is_test = ${isTest ? 1 : 0} AND i.kind = '${kind}'
      AND i.value = j.value ->> ${element} AND i.project_key = j.value ->> 2
  )`,
);

/** Which of these submissions are committed already, and who holds their identities. */
export interface Known {
  /** By submission id: the id of its row, null where it is blocked or in quarantine. */
  stored: Map<string, number | null>;
  held: (Identity & { lead_id: number })[];
}

type KnownRow = { place: number; is_apart: Flag; row_id: number | null } & Record<string, number | null>;

const holderColumns = sql.raw(
  holders.map((holder, index) => `${holder} AS ${lookups[index]?.column}`).join(", "),
);

export const knownSubmissions = (_scope: PipelineScope, probes: readonly Probe[]): Statement<Known> => ({
  query: sql`
    SELECT j.key AS place, ${holderColumns}, (
      SELECT s.id FROM lead_submissions AS s WHERE s.client_id = j.value ->> 0 AND s.public_id = j.value ->> 1
    ) AS row_id, EXISTS (
      SELECT 1 FROM blocked_ip_leads AS b
      WHERE j.value ->> 4 = 0 AND b.client_id = j.value ->> 0 AND b.public_id = j.value ->> 1
    ) OR EXISTS (
      SELECT 1 FROM quarantined_submissions AS q
      WHERE j.value ->> 3 = 0 AND q.client_id = j.value ->> 0 AND q.public_id = j.value ->> 1
    ) AS is_apart
    FROM json_each(${probesJson(probes)}) AS j`.compile(queries),
  read: (rows) => readKnown(rows as KnownRow[], probes),
});

function readKnown(rows: readonly KnownRow[], probes: readonly Probe[]): Known {
  const known: Known = { stored: new Map(), held: [] };
  for (const row of rows) {
    const probe = probes[row.place];
    if (probe === undefined) continue;
    const { client_id, submission_id, project_key, identities } = probe;
    if (row.row_id !== null || row.is_apart === 1) known.stored.set(submission_id, row.row_id);
    for (const { kind, isTest, column } of lookups) {
      const lead_id = row[column];
      const value = identities[kind];
      if (lead_id === null || lead_id === undefined || value === undefined) continue;
      known.held.push({ client_id, is_test: isTest, kind, value, project_key, lead_id });
    }
  }
  return known;
}

type LeadRow = Omit<LeadsTable, "status" | "crm_lead_id" | "engagement_score" | "session_id"> & {
  went_out: Flag;
};

const anyHolder = sql.raw(holders.join(", "));

/** The leads that hold any identity of these submissions, each with whether anything of it ever went out; a lead may come twice. */
export const leadsOfSubmissions = (_scope: PipelineScope, probes: readonly Probe[]): Statement<KnownLead[]> =>
  rowsOf(
    sql<LeadRow>`
      SELECT l.id, l.public_id, l.client_id, l.form_id, l.is_test, l.project, l.project_key, l.contact_name,
        l.contact_email, l.contact_phone, l.visitor_id, l.user_agent, l.submission_count, l.suspicion_score,
        l.first_submitted_at, l.last_submitted_at, l.last_sent_at,
        l.first_attribution_json, l.latest_attribution_json, l.routed_json,
        ${wentOut} AS went_out
      FROM json_each(${probesJson(probes)}) AS j CROSS JOIN leads AS l ON l.id IN (${anyHolder})`.compile(
      queries,
    ),
    (row) => ({ ...withLatest(row), is_test: row.is_test === 1, went_out: row.went_out === 1 }),
  );
