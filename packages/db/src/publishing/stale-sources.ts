import type { SourceSnapshot } from "@leadrelay/contracts/source-snapshot";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import type { PreviousKey } from "../sources/source.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";
import type { SourcesTable } from "../tables/sources-table.ts";
import { idAtPlace } from "./id-at-place.ts";
import type { WaitingPublication } from "./waiting-publications.ts";

/** A source of which the edge knows an older version. */
export interface StaleSource {
  id: string;
  /** Names the version that was read, for `settleSource`. */
  updated_at: number;
  deleted: boolean;
  /** All that it is or was found by, and what is to be known under each. */
  known: { hash: string; snapshot: SourceSnapshot }[];
}

type Row = Pick<
  SourcesTable,
  "id" | "kind" | "name" | "key_hash" | "previous_keys_json" | "sealed_settings" | "enabled" | "updated_at"
> & { form_key: string; deleted: number };

const columns = sql`
  sources.id, kind, sources.name, key_hash, previous_keys_json, sealed_settings, enabled, sources.updated_at, form_key,
  sources.deleted_at IS NOT NULL AS deleted`;

/** Stale sources with an id after this one, in order of id. */
export function staleSources(
  _scope: PipelineScope,
  afterId: string,
  limit: number,
): Statement<StaleSource[]> {
  const query = sql<Row>`
    SELECT ${columns} FROM sources CROSS JOIN forms ON forms.id = form_id
    WHERE sources.snapshot_stale = 1 AND sources.id > ${afterId} ORDER BY sources.id LIMIT ${limit}`;
  return rowsOf(query.compile(queries), toStale);
}

/** The id at this place among the stale sources in order of id, counted round. */
export const staleSourceIdAt = (_scope: PipelineScope, place: number): Statement<string | undefined> =>
  idAtPlace(sql`FROM sources WHERE snapshot_stale = 1`, place);

/** Those of these sources that are stale. */
export function staleSourcesByIds(_scope: PipelineScope, ids: readonly string[]): Statement<StaleSource[]> {
  const query = sql<Row>`
    SELECT ${columns} FROM json_each(${JSON.stringify(ids)}) AS wanted
    CROSS JOIN sources ON sources.id = wanted.value CROSS JOIN forms ON forms.id = form_id
    WHERE sources.snapshot_stale = 1`;
  return rowsOf(query.compile(queries), toStale);
}

/** Sources of which the edge does not know the last change. */
export const waitingSources = (_scope: PipelineScope, limit: number): Statement<WaitingPublication[]> =>
  rowsOf(
    sql<WaitingPublication>`SELECT client_id, updated_at FROM sources WHERE snapshot_stale = 1 LIMIT ${limit}`.compile(
      queries,
    ),
    (row) => row,
  );

/** After publishing: no longer stale, unless it changed since it was read. */
export function settleSource(
  _scope: PipelineScope,
  id: string,
  publishedUpdatedAt: number,
): Statement<number> {
  const query = sql`UPDATE sources SET snapshot_stale = (updated_at <> ${publishedUpdatedAt}) WHERE id = ${id}`;
  return write(query.compile(queries));
}

function toStale({ deleted, key_hash, previous_keys_json, ...row }: Row): StaleSource {
  const previous = JSON.parse(previous_keys_json) as PreviousKey[];
  const keys = [{ hash: key_hash, until: null }, ...previous];
  return {
    id: row.id,
    updated_at: row.updated_at,
    deleted: deleted === 1,
    known: keys.map(({ hash, until }) => ({
      hash,
      snapshot: {
        v: 1,
        source_id: row.id,
        kind: row.kind,
        name: row.name,
        form_key: row.form_key,
        enabled: row.enabled === 1,
        until,
        sealed_settings: row.sealed_settings,
      },
    })),
  };
}
