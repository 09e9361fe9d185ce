import { directConfigFormat } from "@leadrelay/contracts/direct-config";
import type { Environment } from "@leadrelay/contracts/environment";
import type { ToldType } from "@leadrelay/contracts/event-type";
import type { NetworkUsage } from "@leadrelay/contracts/network-usage";
import type { RoutePlace } from "@leadrelay/core/routes/route-member";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";
import type { FormsTable } from "../tables/forms-table.ts";
import { placeJson } from "../route-places/place-of-destination.ts";
import { idAtPlace } from "./id-at-place.ts";

/** What a client's direct configuration is made of, as D1 read it in one statement. */
export interface DirectConfigSource {
  deleted: boolean;
  test_strings: string[];
  destinations: {
    id: string;
    kind: string;
    sealed_settings: string;
    takes_test: 0 | 1;
    environments: Environment[];
    timeout_ms: number | null;
    event_types: ToldType[];
    route: RoutePlace | null;
    shape_json: string | null;
  }[];
  blocked: { cidr: string; expires_at: number | null }[];
  allowed: { cidr: string; expires_at: number | null; usage: NetworkUsage }[];
  /** What its CRM is let in by; null, or absent: nothing yet. */
  callbacks?: { key: string; hash: string; previous: string | null; until: number | null } | null;
  /** That decide otherwise than the installation. */
  forms: {
    id: string;
    duplicate_window_minutes: number | null;
    reengage_hours: number | null;
    reengage_basis: FormsTable["reengage_basis"];
    identity_guard: 0 | 1 | null;
  }[];
}

export interface StaleDirectConfig {
  client_id: string;
  /** JSON of a `DirectConfigSource`. */
  source: string;
}

/** Every row the configuration depends on, as one JSON text: compared as a whole, it tells whether anything changed. */
const sourceOf = sql`(
  SELECT json_object(
    'deleted', json(iif(owner.deleted_at IS NULL, 'false', 'true')),
    'test_strings', json(owner.test_strings_json),
    'destinations', (
      SELECT json_group_array(json_object('id', id, 'kind', kind, 'sealed_settings', sealed_settings,
        'takes_test', takes_test, 'environments', json(environments_json), 'timeout_ms', timeout_ms,
        'event_types', json(event_types_json), 'shape_json', shape_json, 'route', json(${placeJson})) ORDER BY id)
      FROM destinations WHERE client_id = owner.id AND enabled = 1 AND deleted_at IS NULL AND limits_json IS NULL),
    'blocked', (
      SELECT json_group_array(json_object('cidr', cidr, 'expires_at', expires_at) ORDER BY cidr)
      FROM blocked_ips WHERE client_id = owner.id),
    'allowed', (
      SELECT json_group_array(json_object('cidr', cidr, 'expires_at', expires_at, 'usage', usage) ORDER BY cidr)
      FROM allowed_ips WHERE client_id = owner.id),
    'forms', (
      SELECT json_group_array(json_object('id', id, 'duplicate_window_minutes', duplicate_window_minutes,
        'reengage_hours', reengage_hours, 'reengage_basis', reengage_basis, 'identity_guard', identity_guard) ORDER BY id)
      FROM forms WHERE client_id = owner.id AND (duplicate_window_minutes IS NOT NULL OR reengage_hours IS NOT NULL
        OR reengage_basis <> 'last_submission' OR identity_guard IS NOT NULL)),
    'callbacks', (
      SELECT json_object('key', callback_key, 'hash', secret_hash, 'previous', previous_hash, 'until', previous_until)
      FROM client_callbacks WHERE client_id = owner.id))
  FROM clients AS owner WHERE owner.id = clients.id)`;

/** So many a minute are published anew at most because what is in KV of them has fewer fields than this code writes. */
const mostOutdated = 500;

/** Has those published anew that code of before published, also after the migration that came with a field. */
export function markOutdatedDirectConfigs(_scope: PipelineScope): Statement<number> {
  const query = sql`
    UPDATE clients SET direct_config_stale = 1 WHERE id IN (
      SELECT id FROM clients WHERE direct_config_stale = 0 AND direct_config_format < ${directConfigFormat} LIMIT ${mostOutdated})`;
  return write(query.compile(queries));
}

/** Clients whose direct configuration in KV is behind, with an id after this one, in order of id. */
export function staleDirectConfigs(
  _scope: PipelineScope,
  afterId: string,
  limit: number,
): Statement<StaleDirectConfig[]> {
  const query = sql<StaleDirectConfig>`
    SELECT id AS client_id, ${sourceOf} AS source FROM clients
    WHERE direct_config_stale = 1 AND id > ${afterId} ORDER BY id LIMIT ${limit}`;
  return rowsOf(query.compile(queries), (row) => row);
}

/** The id at this place among those clients in order of id, counted round. */
export const staleClientIdAt = (_scope: PipelineScope, place: number): Statement<string | undefined> =>
  idAtPlace(sql`FROM clients WHERE direct_config_stale = 1`, place);

/** The client's direct configuration, if it is behind. */
export function staleDirectConfigOf(_scope: PipelineScope, clientId: string): Statement<StaleDirectConfig[]> {
  const query = sql<StaleDirectConfig>`
    SELECT id AS client_id, ${sourceOf} AS source FROM clients WHERE direct_config_stale = 1 AND id = ${clientId}`;
  return rowsOf(query.compile(queries), (row) => row);
}

/** After publishing: no longer stale, unless anything it was made of changed since it was read. */
export function settleDirectConfig(_scope: PipelineScope, published: StaleDirectConfig): Statement<number> {
  const query = sql`
    UPDATE clients SET direct_config_stale = (${sourceOf} IS NOT ${published.source}), direct_config_format = ${directConfigFormat}
    WHERE id = ${published.client_id}`;
  return write(query.compile(queries));
}
