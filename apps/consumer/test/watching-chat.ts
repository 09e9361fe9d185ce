import { toldTypes } from "@leadrelay/contracts/event-type";
import { readFrozen } from "@leadrelay/core/payload/read-payload";
import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { testDependencies } from "./deliver-messages.ts";
import { placeRow } from "./place-row.ts";
import { rows, type Tenant } from "./tenant.ts";

/** A webhook of a tenant's, at a host of its own, that is told of everything but new leads. */
export async function watchingChat({ clientId }: Pick<Tenant, "clientId">, host: string): Promise<string> {
  const id = `dst_${host}_${crypto.randomUUID()}`;
  const sealer = await testDependencies().sealer();
  const settings = JSON.stringify({ url: `https://${host}/hook`, signature: "none" });
  await placeRow("destinations", {
    id,
    client_id: clientId,
    name: host,
    kind: "webhook",
    sealed_settings: await sealer.seal(settings, sealedSettingsAt(id)),
    environments_json: '["development"]',
    event_types_json: JSON.stringify(
      toldTypes.filter((type) => type !== "lead.created" && type !== "lead.reengaged"),
    ),
    created_at: 0,
    updated_at: 0,
  });
  return id;
}

/** What a destination is told of which other, in order: `destination.down Make`. */
export const noticesTo = async (destinationId: string) =>
  (
    await rows<Parameters<typeof readFrozen>[0]>(
      `SELECT e.lead_id, e.type, e.submission_public_id, e.payload_json
       FROM deliveries AS d JOIN events AS e ON e.lead_id = d.lead_id AND e.id = d.event_id
       WHERE d.destination_id = ? ORDER BY e.created_at, e.id`,
      destinationId,
    )
  ).map((row) => `${row.type} ${readFrozen(row).notice?.destination?.name ?? ""}`.trim());
