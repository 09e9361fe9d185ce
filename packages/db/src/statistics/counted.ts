import { sql, type RawBuilder } from "kysely";
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
export const isCounted = (given: Counted) => sql`
  ${isOfDays(given)} ${isOfForm(given, sql`counted.form_id`)}`;

/** The same of days as a whole. */
export const isOfDays = ({ fromDay, toDay }: Counted) =>
  sql`counted.client_id = wanted.value AND counted.day BETWEEN ${fromDay} AND ${toDay}`;

/** `AND …`, where one form alone is wanted. */
export const isOfForm = ({ formId }: Counted, form: RawBuilder<unknown>) =>
  formId === undefined ? sql`` : sql`AND ${form} = ${formId}`;

const columns = {
  client_id: sql`counted.client_id`,
  day: sql`counted.day`,
  form_id: sql`counted.form_id`,
  destination_id: sql`counted.destination_id`,
};

/** The four columns of `CountedRow`; `null` where what is counted has no such place, else how it is told. */
export const placeOf = ({ by }: Counted, told: Partial<Record<Dimension, RawBuilder<unknown> | null>> = {}) =>
  sql.join(
    (["client_id", "day", "form_id", "destination_id"] as const).map((dimension) => {
      const column = told[dimension] === undefined ? columns[dimension] : told[dimension];
      return by.includes(dimension) && column !== null
        ? sql`${column} AS ${sql.raw(dimension)}`
        : sql.raw(`NULL AS ${dimension}`);
    }),
  );
