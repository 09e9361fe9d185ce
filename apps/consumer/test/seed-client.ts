import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { env } from "cloudflare:test";
import { dependenciesOf } from "../src/dependencies.ts";
import { newTenant } from "./tenant.ts";

/** A tenant whose destination has settings that open, and whose form has something to publish. */
export async function seedClient() {
  const form = {
    allowed_hosts_json: '["example.com"]',
    thank_you_url: "https://example.com/thanks",
    default_region: "IN",
  };
  const tenant = await newTenant({ form });
  const settings = { url: `https://hook.example/${tenant.destinationId}`, api_key: null };
  const sealer = await dependenciesOf(env).sealer();
  const sealed = await sealer.seal(JSON.stringify(settings), sealedSettingsAt(tenant.destinationId));
  await env.DB.prepare("UPDATE destinations SET sealed_settings = ? WHERE id = ?")
    .bind(sealed, tenant.destinationId)
    .run();
  return { ...tenant, settings };
}
