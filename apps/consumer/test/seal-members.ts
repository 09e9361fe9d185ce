import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { env } from "cloudflare:test";
import { testDependencies } from "./deliver-messages.ts";
import type { RoutedTenant } from "./routed-tenant.ts";

/** Points a route's members A, B, … at `https://hook.example.com/A`, `/B`, …; webhooks take "duplicate" for a person that they have. */
export async function sealMembers({ members }: RoutedTenant, kind = "make"): Promise<void> {
  const sealer = await testDependencies().sealer();
  for (const [index, id] of members.entries()) {
    const url = `https://hook.example.com/${String.fromCharCode(65 + index)}`;
    const settings =
      kind === "make" ? { url, api_key: null } : { url, signature: "none", duplicate_when: ["duplicate"] };
    const sealed = await sealer.seal(JSON.stringify(settings), sealedSettingsAt(id));
    await env.DB.prepare("UPDATE destinations SET sealed_settings = ? WHERE id = ?").bind(sealed, id).run();
  }
}
