import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** The migrations a database has, as wrangler wrote them down. */
export const appliedMigrations = (_scope: PipelineScope): Statement<string[]> =>
  rowsOf(sql<{ name: string }>`SELECT name FROM d1_migrations`.compile(queries), ({ name }) => name);
