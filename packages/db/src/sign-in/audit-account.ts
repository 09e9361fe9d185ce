import type { AuditAction } from "@leadrelay/contracts/audit-actions";
import { agencyRoles } from "@leadrelay/contracts/roles";
import { sql, type RawBuilder } from "kysely";
import type { Scope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Something that happened to an operator's account. */
export interface AccountEntry {
  /** Whose, by either; an e-mail address in small letters. */
  operator: { id: string } | { email: string };
  /** As `password.changed`. */
  action: AuditAction;
  /** Without secrets and contact details. */
  detail: Readonly<Record<string, string>>;
  /** Who did it: the operator, or somebody who only tried. */
  by: "operator" | "somebody";
  /** The installation's owners read it too, whatever the operator belongs to. */
  forInstallation?: boolean;
  requestId: string | null;
  /** A UUIDv7, of which each entry gets its own end. */
  id: string;
  /** Milliseconds UTC. */
  now: number;
}

const ofAgency = sql.raw(agencyRoles.map((role) => `'${role}'`).join(", "));
const always = sql`TRUE`;

/**
 * Writes into the audit log of each agency or client whose people the operator is one of; of whoever is nobody's into the installation's own.
 * An account that is not there gets none, in the same one statement.
 * @param condition SQL: writes only when it holds
 */
export function auditAccount(
  _scope: Scope,
  { operator, action, detail, by, forInstallation = false, requestId, id, now }: AccountEntry,
  condition: RawBuilder<unknown> = always,
): Statement<number> {
  const isTheirs = accountIs(operator);
  const actor =
    by === "operator"
      ? sql`'operator', place.id, place.email`
      : sql`'system', 'somebody', 'somebody as ' || place.email`;
  const query = sql`
    INSERT INTO audit_log (id, agency_id, client_id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, detail_json,
      request_id, created_at)
    SELECT substr(${id}, 1, 24) || printf('%012x', random() & 0xffffffffffff), place.agency_id, place.client_id, ${actor}, ${action},
      'operator', place.id, ${JSON.stringify(detail)}, ${requestId}, ${now}
    FROM (
      SELECT o.id, o.email, m.agency_id, CASE WHEN m.role IN (${ofAgency}) THEN NULL ELSE nullif(m.client_id, '') END AS client_id
      FROM operators AS o LEFT JOIN memberships AS m ON m.operator_id = o.id WHERE ${isTheirs}
      UNION SELECT o.id, o.email, NULL, NULL FROM operators AS o WHERE ${isTheirs} AND ${forInstallation ? 1 : 0}
    ) AS place WHERE ${condition}`;
  return write(query.compile(queries));
}

/** SQL: the row of `operators AS o` is this account. */
export const accountIs = (operator: AccountEntry["operator"]): RawBuilder<unknown> =>
  "id" in operator ? sql`o.id = ${operator.id}` : sql`o.email = ${operator.email}`;
