import type { LimitedTally } from "@leadrelay/core/callbacks/callback-plan";
import { sql, type RawBuilder, type SqlBool } from "kysely";

/** SQL: as many as are to be added may be, as it is counted then. */
export const hasRoom = ({ client_id, subject, period, count, most }: LimitedTally): RawBuilder<SqlBool> =>
  most === undefined
    ? sql<SqlBool>`true`
    : sql<SqlBool>`coalesce((
        SELECT count FROM tallies WHERE client_id = ${client_id} AND subject = ${subject} AND period = ${period}), 0) + ${count} <= ${most}`;
