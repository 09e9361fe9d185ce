import { sql } from "kysely";

/** SQL: a counter's row is there already: adds what would be inserted to its value, and to its hour if that is one of the last two. */
export const addToCounter = sql`
  ON CONFLICT DO UPDATE SET value = value + excluded.value,
    hour = max(hour, excluded.hour),
    in_hour = CASE WHEN excluded.hour > hour THEN excluded.in_hour WHEN excluded.hour = hour THEN in_hour + excluded.in_hour ELSE in_hour END,
    hour_before = CASE
      WHEN excluded.hour = hour + 1 THEN in_hour
      WHEN excluded.hour > hour THEN 0
      WHEN excluded.hour = hour - 1 THEN hour_before + excluded.in_hour
      ELSE hour_before END`;

/** SQL: how many of the counter `counted` were counted in this hour or later. Of hours before the last two nothing is known any more. */
export const countedSince = (hour: number) => sql<number>`(
  CASE WHEN counted.hour >= ${hour} THEN counted.in_hour ELSE 0 END +
  CASE WHEN counted.hour > ${hour} THEN counted.hour_before ELSE 0 END)`;
