import type { Scope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { requireClient } from "../scope/require-client.ts";

export interface FormInput {
  id: string;
  clientId: string;
  /** The public name in `/f/{formKey}`; never reused. */
  formKey: string;
  name: string;
  /** Hosts a submission may come from and be redirected to. */
  allowedHosts: readonly string[];
  thankYouUrl: string | null;
  /** ISO 3166 region for phone numbers typed without a country code. */
  defaultRegion: string | null;
  /** Milliseconds UTC. */
  now: number;
}

/** Adds a form, or changes the one with this id; the sweep then publishes its snapshot. A form never changes client or key. */
export function upsertForm(scope: Scope, form: FormInput): Statement<number> {
  requireClient(scope, form.clientId);
  const changeable = {
    name: form.name,
    allowed_hosts_json: JSON.stringify(form.allowedHosts),
    thank_you_url: form.thankYouUrl,
    default_region: form.defaultRegion,
    snapshot_stale: 1 as const,
    updated_at: form.now,
  };
  return write(
    queries
      .insertInto("forms")
      .values({
        ...changeable,
        id: form.id,
        client_id: form.clientId,
        form_key: form.formKey,
        redirect_status: 301,
        bot_detection: null,
        field_mapping_json: "{}",
        duplicate_window_minutes: null,
        reengage_hours: null,
        reengage_basis: "last_submission",
        identity_guard: null,
        hosted_page_json: null,
        created_at: form.now,
        deleted_at: null,
      })
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet(changeable).where("forms.client_id", "=", form.clientId),
      )
      .compile(),
  );
}
