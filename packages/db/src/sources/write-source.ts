import { sql } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { changeableOf, type SourceDetails } from "./source.ts";

/** Adds a source, to a form of its client that is not deleted. */
export function insertSource(scope: OperatorScope, source: SourceDetails): Statement<number>[] {
  requireClient(scope, source.client_id);
  const insert = queries.insertInto("sources").values({
    ...changeableOf(source),
    id: source.id,
    client_id: source.client_id,
    kind: source.kind,
    snapshot_stale: 1,
    created_at: source.created_at,
  });
  return [requireForm(source), write(insert.compile())];
}

/** Writes what may change of a source, its deletion too, and has it published anew. It never changes client or kind. */
export function updateSource(scope: OperatorScope, source: SourceDetails): Statement<number>[] {
  requireClient(scope, source.client_id);
  const update = queries
    .updateTable("sources")
    .set({ ...changeableOf(source), snapshot_stale: 1 })
    .where("id", "=", source.id)
    .where("client_id", "=", source.client_id);
  return [...(source.deleted_at === null ? [requireForm(source)] : []), write(update.compile())];
}

/** Another client's form would have its leads. */
const requireForm = ({ form_id, client_id }: SourceDetails): Statement<number> =>
  abortUnless(sql`EXISTS (SELECT 1 FROM forms WHERE id = ${form_id} AND client_id = ${client_id})`);
