import type { CallbackMessage } from "@leadrelay/contracts/callback-message";
import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import type { DestinationsTable } from "@leadrelay/db/tables/destinations-table";
import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import { env } from "cloudflare:test";
import { deliverMessages, testDependencies, testNow } from "./deliver-messages.ts";
import { newTenant, rows, type Tenant } from "./tenant.ts";

export const withinFive = JSON.stringify({ confirmation: { within_minutes: 5 } });

/** A tenant with one lead stored and due, at a destination of this kind. */
export async function confirmingTenant(
  given: Partial<DestinationsTable> = { confirm_json: withinFive },
  settings: object = { url: "https://hook.example.com/abc" },
) {
  const tenant = await newTenant({ destination: given });
  const sealer = await testDependencies().sealer();
  const sealed = await sealer.seal(JSON.stringify(settings), sealedSettingsAt(tenant.destinationId));
  await env.DB.prepare("UPDATE destinations SET sealed_settings = ? WHERE id = ?")
    .bind(sealed, tenant.destinationId)
    .run();
  await deliverMessages([tenant.submission()]);
  const now = async (): Promise<DeliveriesTable> => {
    const [row] = await rows<DeliveriesTable>(
      "SELECT * FROM deliveries WHERE client_id = ? AND destination_id = ?",
      tenant.clientId,
      tenant.destinationId,
    );
    if (row === undefined) throw new Error("no delivery");
    return row;
  };
  return { tenant, now };
}

/** What a scenario says of its run, under an id of its own. */
export const executionOf = (
  { clientId }: Tenant,
  delivery_id: string,
  result: "done" | "failed" = "done",
  received_at = testNow,
): CallbackMessage => ({
  v: 1,
  type: "callback",
  callback_id: crypto.randomUUID(),
  received_at,
  proof: { by: "edge", client_id: clientId },
  said: { kind: "execution", delivery_id, result },
});

/** How many leads were told as never confirmed, of a destination. */
export async function toldUnconfirmed({ destinationId }: Tenant): Promise<number> {
  const [{ n } = { n: 0 }] = await rows<{ n: number | null }>(
    "SELECT sum(count) AS n FROM signals WHERE destination_id = ? AND type = 'delivery.unconfirmed'",
    destinationId,
  );
  return n ?? 0;
}
