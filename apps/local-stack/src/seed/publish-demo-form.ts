import { publishFormSnapshot } from "@leadrelay/snapshot/publish-form-snapshot";
import type { Tenant } from "./tenant.ts";

/** Until the consumer's sweep publishes stale snapshots. */
export async function publishDemoForm(kv: KVNamespace, { client, form }: Tenant): Promise<void> {
  await publishFormSnapshot(kv, form.formKey, {
    v: 1,
    form_id: form.id,
    client_id: client.id,
    database: "DB",
    allowed_hosts: form.allowedHosts,
    thank_you_url: form.thankYouUrl,
    redirect_status: 301,
    bot_detection: null,
    field_mapping: {},
    default_region: form.defaultRegion,
  });
}
