import type { KnownField } from "@leadrelay/contracts/submission-fields";
import type { HostedPage } from "@leadrelay/contracts/hosted-page";
import type { HoneypotMode } from "@leadrelay/contracts/honeypot-mode";
import { storedHoneypotMode, toHoneypotMode } from "../tables/honeypot-mode.ts";
import type { FormsTable } from "../tables/forms-table.ts";

/** A form as people see it; null leaves a policy to the installation. Times in ms. */
export interface FormDetails {
  id: string;
  client_id: string;
  /** The public name in `/f/{form_key}`. */
  form_key: string;
  name: string;
  /** The form's own field names → ours. */
  field_mapping: Record<string, KnownField>;
  allowed_hosts: string[];
  thank_you_url: string | null;
  redirect_status: 301 | 302 | 303;
  honeypot_mode: HoneypotMode | null;
  /** ISO 3166. */
  default_region: string | null;
  duplicate_window_minutes: number | null;
  reengage_hours: number | null;
  reengage_basis: FormsTable["reengage_basis"];
  identity_guard: boolean | null;
  /** What its address shows in a browser; null: nothing. */
  hosted_page: HostedPage | null;
  /** The edge has an older version. */
  snapshot_stale: boolean;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

export const toForm = (row: FormsTable): FormDetails => ({
  id: row.id,
  client_id: row.client_id,
  form_key: row.form_key,
  name: row.name,
  field_mapping: JSON.parse(row.field_mapping_json) as FormDetails["field_mapping"],
  allowed_hosts: JSON.parse(row.allowed_hosts_json) as string[],
  thank_you_url: row.thank_you_url,
  redirect_status: row.redirect_status as FormDetails["redirect_status"],
  honeypot_mode: toHoneypotMode(row.bot_detection),
  default_region: row.default_region,
  duplicate_window_minutes: row.duplicate_window_minutes,
  reengage_hours: row.reengage_hours,
  reengage_basis: row.reengage_basis,
  identity_guard: row.identity_guard === null ? null : row.identity_guard === 1,
  hosted_page: row.hosted_page_json === null ? null : (JSON.parse(row.hosted_page_json) as HostedPage),
  snapshot_stale: row.snapshot_stale === 1,
  created_at: row.created_at,
  updated_at: row.updated_at,
  deleted_at: row.deleted_at,
});

/** What an operator may change of a form, as its row holds it. */
export const changeableOf = (form: FormDetails) => ({
  name: form.name,
  field_mapping_json: JSON.stringify(form.field_mapping),
  allowed_hosts_json: JSON.stringify(form.allowed_hosts),
  thank_you_url: form.thank_you_url,
  redirect_status: form.redirect_status,
  bot_detection: storedHoneypotMode(form.honeypot_mode),
  default_region: form.default_region,
  duplicate_window_minutes: form.duplicate_window_minutes,
  reengage_hours: form.reengage_hours,
  reengage_basis: form.reengage_basis,
  identity_guard: flagOf(form.identity_guard),
  hosted_page_json: form.hosted_page === null ? null : JSON.stringify(form.hosted_page),
  updated_at: form.updated_at,
  deleted_at: form.deleted_at,
});

const flagOf = (value: boolean | null) => (value === null ? null : value ? (1 as const) : (0 as const));
