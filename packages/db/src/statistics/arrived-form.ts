import { sql } from "kysely";
import { untold } from "./day-paths.ts";

/** SQL: the form that a part `form` of `arrived_json` is of; "" where none is known. */
export const arrivedForm = sql`iif(form.key = ${sql.lit(untold)}, '', form.key)`;
