import type { UnsentRule } from "@leadrelay/contracts/unsent-rule";
import { sql, type RawBuilder } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { requireClients } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** What a release may take, and its place among the oldest. */
interface FoundUnsent {
  client_id: string;
  public_id: string;
  submitted_at: number;
  rule: UnsentRule;
}

/** Of one client: what was found, and whether there is more behind what was looked at. */
export interface OldestUnsent {
  client_id: string;
  found: FoundUnsent[];
  hasMore: boolean;
}

interface Wanted {
  /** Milliseconds UTC, both ends included. */
  since: number;
  until: number;
  rules: readonly UnsentRule[];
  /** Absent: of any form. */
  formIds: readonly string[] | undefined;
  /** How many of each client are looked at, whatever is wanted of them, and how many are found. */
  looked: number;
  limit: number;
}

/** What was not sent of stored submissions, the oldest first: the partial index alone is read. */
export const oldestUnsent = (
  scope: OperatorScope,
  clientIds: readonly string[],
  wanted: Wanted,
): Statement<OldestUnsent[]> =>
  oldest(scope, clientIds, wanted, {
    columns: sql`public_id, submitted_at, unsent AS rule, form_id`,
    from: sql`lead_submissions INDEXED BY lead_submissions_unsent`,
    where: sql`unsent IS NOT NULL`,
  });

/** What came from blocked addresses and was not let through since. */
export const oldestBlocked = (
  scope: OperatorScope,
  clientIds: readonly string[],
  wanted: Wanted,
): Statement<OldestUnsent[]> =>
  oldest(scope, clientIds, wanted, {
    columns: sql`public_id, submitted_at, 'blocked' AS rule, form_id`,
    from: sql`blocked_ip_leads INDEXED BY blocked_ip_leads_submitted`,
    where: sql`released_at IS NULL`,
  });

/** What was quarantined and not let out since. */
export const oldestQuarantined = (
  scope: OperatorScope,
  clientIds: readonly string[],
  wanted: Wanted,
): Statement<OldestUnsent[]> =>
  oldest(scope, clientIds, wanted, {
    columns: sql`public_id, submitted_at, 'quarantined' AS rule, form_id`,
    from: sql`quarantined_submissions INDEXED BY quarantined_submissions_submitted`,
    where: sql`released_at IS NULL`,
  });

function oldest(
  scope: OperatorScope,
  clientIds: readonly string[],
  { since, until, rules, formIds, looked, limit }: Wanted,
  source: { columns: RawBuilder<unknown>; from: RawBuilder<unknown>; where: RawBuilder<unknown> },
): Statement<OldestUnsent[]> {
  requireClients(scope, clientIds);
  const isOneOf = (values: readonly string[]) =>
    sql`IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
  const ofForms = formIds === undefined ? sql`` : sql`AND form_id ${isOneOf(formIds)}`;
  const part = sql`FROM ${source.from}
    WHERE client_id = c.value AND submitted_at >= ${since} AND submitted_at <= ${until} AND ${source.where}
    ORDER BY submitted_at, public_id`;
  const query = sql<{ client_id: string; found: string; is_cut: number }>`
    SELECT c.value AS client_id, (
      SELECT json_group_array(json_array(public_id, submitted_at, rule)) FROM (
        SELECT * FROM (SELECT ${source.columns} ${part} LIMIT ${looked}) WHERE rule ${isOneOf(rules)} ${ofForms} LIMIT ${limit + 1})
    ) AS found, EXISTS (SELECT 1 FROM (SELECT 1 ${part} LIMIT 1 OFFSET ${looked})) AS is_cut
    FROM ${jsonValues(clientIds)} AS c`;
  return rowsOf(query.compile(queries), ({ client_id, found, is_cut }) => {
    const rows = JSON.parse(found) as [string, number, UnsentRule][];
    return {
      client_id,
      found: rows
        .slice(0, limit)
        .map(([public_id, submitted_at, rule]) => ({ client_id, public_id, submitted_at, rule })),
      hasMore: rows.length > limit || is_cut === 1,
    };
  });
}
