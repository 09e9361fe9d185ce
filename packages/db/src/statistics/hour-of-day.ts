import { sql, type RawBuilder } from "kysely";

/** Not bound: D1 binds numbers as floats, and a whole number divided by one is no whole number. */
const hourMs = sql.raw("3600000");

/** SQL: the hour of a time in ms, since 1970. */
export const hourOfTime = (at: RawBuilder<unknown>) => sql`(${at} / ${hourMs})`;

/** SQL: the UTC day of a time in ms; see `dayOf`. */
export const dayOfTime = (at: RawBuilder<unknown>) => sql`(${hourOfTime(at)} / 24)`;

/** SQL: `h13` of a time in ms, the hour of its UTC day; NULL of none. */
export const hourKey = (at: RawBuilder<unknown>) => sql`('h' || (${hourOfTime(at)} % 24))`;
