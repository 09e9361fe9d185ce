import type { FormSnapshot } from "@leadrelay/contracts/form-snapshot";
import type { HostedPage, HostedPageAtEdge } from "@leadrelay/contracts/hosted-page";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";
import { idAtPlace } from "./id-at-place.ts";
import { toHoneypotMode } from "../tables/honeypot-mode.ts";
import type { FormsTable } from "../tables/forms-table.ts";

type StaleFormRow = Pick<
  FormsTable,
  | "id"
  | "client_id"
  | "form_key"
  | "allowed_hosts_json"
  | "thank_you_url"
  | "redirect_status"
  | "bot_detection"
  | "field_mapping_json"
  | "default_region"
  | "hosted_page_json"
  | "updated_at"
> & { database_binding: string; deleted: number; look_json: string | null };

/** A form whose snapshot at the edge is behind. */
export interface StaleForm {
  id: string;
  form_key: string;
  /** Names the version that was read, for `settleFormSnapshot`. */
  updated_at: number;
  deleted: boolean;
  /** Throws when the row holds what no snapshot can. */
  snapshot(): FormSnapshot;
}

/** A deleted client's forms count as deleted. Whose page it is, is read where there is one. */
const columns = sql`
  forms.id, client_id, form_key, allowed_hosts_json, thank_you_url, redirect_status, bot_detection, field_mapping_json,
  coalesce(default_region, phone_country) AS default_region, hosted_page_json, iif(hosted_page_json IS NULL, NULL, (
    SELECT json_object('agency', agencies.name, 'hue', agencies.hue) FROM agencies WHERE agencies.id = clients.agency_id)) AS look_json,
  forms.updated_at, database_binding, forms.deleted_at IS NOT NULL OR clients.deleted_at IS NOT NULL AS deleted`;

/** Stale forms with an id after this one, in order of id. */
export function staleForms(_scope: PipelineScope, afterId: string, limit: number): Statement<StaleForm[]> {
  const query = sql<StaleFormRow>`
    SELECT ${columns} FROM forms CROSS JOIN clients ON clients.id = client_id
    WHERE snapshot_stale = 1 AND forms.id > ${afterId} ORDER BY forms.id LIMIT ${limit}`;
  return rowsOf(query.compile(queries), toStaleForm);
}

/** The id at this place among the stale forms in order of id, counted round. */
export const staleFormIdAt = (_scope: PipelineScope, place: number): Statement<string | undefined> =>
  idAtPlace(sql`FROM forms WHERE snapshot_stale = 1`, place);

/** Those of these forms that are stale. */
export function staleFormsByIds(_scope: PipelineScope, ids: readonly string[]): Statement<StaleForm[]> {
  const query = sql<StaleFormRow>`
    SELECT ${columns} FROM json_each(${JSON.stringify(ids)}) AS wanted
    CROSS JOIN forms ON forms.id = wanted.value CROSS JOIN clients ON clients.id = client_id
    WHERE snapshot_stale = 1`;
  return rowsOf(query.compile(queries), toStaleForm);
}

/** Live forms that should be known at the edge as they are, from this form key on, in order of key. */
export function publishedForms(
  _scope: PipelineScope,
  fromKey: string,
  limit: number,
): Statement<StaleForm[]> {
  const query = sql<StaleFormRow>`
    SELECT ${columns} FROM forms CROSS JOIN clients ON clients.id = client_id
    WHERE form_key >= ${fromKey} AND snapshot_stale = 0 AND forms.deleted_at IS NULL AND clients.deleted_at IS NULL
    ORDER BY form_key LIMIT ${limit}`;
  return rowsOf(query.compile(queries), toStaleForm);
}

const toStaleForm = (row: StaleFormRow): StaleForm => ({
  id: row.id,
  form_key: row.form_key,
  updated_at: row.updated_at,
  deleted: row.deleted === 1,
  snapshot: () => toSnapshot(row),
});

/** Said in two parts, so that a producer of before, which knows one, drops what a later one quarantines. */
function honeypotPart(stored: number | null): Pick<FormSnapshot, "bot_detection" | "honeypot_mode"> {
  const mode = toHoneypotMode(stored);
  return {
    bot_detection: mode === null ? null : mode !== "off",
    ...(mode === "quarantine" ? { honeypot_mode: mode } : {}),
  };
}

/** Only a page that is on is the edge's to know. */
function hostedPart({
  hosted_page_json,
  look_json,
}: StaleFormRow): { hosted_page: HostedPageAtEdge } | Record<string, never> {
  if (hosted_page_json === null || look_json === null) return {};
  const { is_on, ...page } = JSON.parse(hosted_page_json) as HostedPage;
  return is_on ? { hosted_page: { page, ...(JSON.parse(look_json) as Omit<HostedPageAtEdge, "page">) } } : {};
}

const toSnapshot = (row: StaleFormRow): FormSnapshot => ({
  v: 1,
  form_id: row.id,
  client_id: row.client_id,
  database: row.database_binding,
  allowed_hosts: JSON.parse(row.allowed_hosts_json) as string[],
  thank_you_url: row.thank_you_url,
  redirect_status: row.redirect_status as FormSnapshot["redirect_status"],
  ...honeypotPart(row.bot_detection),
  field_mapping: JSON.parse(row.field_mapping_json) as Record<string, string>,
  default_region: row.default_region,
  ...hostedPart(row),
});

/**
 * After publishing: the form is no longer stale, unless it changed since it was read. Then what is in KV may be older than
 * what another sweep published meanwhile, so it is stale whoever cleared it.
 */
export function settleFormSnapshot(_scope: PipelineScope, formId: string, publishedUpdatedAt: number) {
  const query = sql`UPDATE forms SET snapshot_stale = (updated_at <> ${publishedUpdatedAt}) WHERE id = ${formId}`;
  return write(query.compile(queries));
}
