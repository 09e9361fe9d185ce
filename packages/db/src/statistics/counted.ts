import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";

/** What counts can be told apart by. */
type Dimension = "client_id" | "day" | "form_id" | "destination_id";

/** Which counters are added up. They are in each client's own database: ask every one, and put the answers together. */
export interface Counted {
  clientIds: readonly string[];
  /** UTC days, both included; see `dayOf`. */
  fromDay: number;
  toDay: number;
  formId?: string;
  /** The answer has a row for each; what is not named is added up, and null in every row. */
  by: readonly Dimension[];
}

/** One row's place; null where it was not asked for. */
export interface CountedRow {
  client_id: string | null;
  day: number | null;
  form_id: string | null;
  /** Also null for what has no destination. */
  destination_id: string | null;
}

/** `wanted`: the clients, each in the scope. Throws when one is not. */
export function wantedClients(scope: OperatorScope, { clientIds }: Counted) {
  for (const id of clientIds) requireClient(scope, id);
  return sql`json_each(${JSON.stringify(clientIds)}) AS wanted`;
}

/** Joins `counted` to `wanted` by the front of its primary key. */
export const isCounted = ({ fromDay, toDay, formId }: Counted) => sql`
  counted.client_id = wanted.value AND counted.day BETWEEN ${fromDay} AND ${toDay}
  ${formId === undefined ? sql`` : sql`AND counted.form_id = ${formId}`}`;

/** The four columns of `CountedRow`. */
export const placeOf = ({ by }: Counted, { hasDestination }: { hasDestination: boolean }) =>
  sql.join(
    (["client_id", "day", "form_id", "destination_id"] as const).map((dimension) =>
      by.includes(dimension) && (hasDestination || dimension !== "destination_id")
        ? sql.raw(`counted.${dimension} AS ${dimension}`)
        : sql.raw(`NULL AS ${dimension}`),
    ),
  );
