import type { AdapterExample } from "./adapter-example.ts";

const key = "pat-eu1-0f1e2d3c-4b5a-4697-8869-a7b8c9d0e1f2";

/** A contact that HubSpot has, and two properties that its owner made. */
export const hubspotExample: AdapterExample = {
  settings: {
    service_key: key,
    lead_id_field: "leadrelay_id",
    custom_fields: ["enquired_project=project_name", "first_campaign=first_utm_campaign"],
  },
  secrets: [key],
  wrong: [
    [{}, "service_key"],
    [{ service_key: `${key} and more` }, "service_key"],
    [{ service_key: key, lead_id_field: "Lead ID" }, "lead_id_field"],
    [{ service_key: key, custom_fields: ["enquired_project"] }, "custom_fields"],
    [{ service_key: key, custom_fields: ["Enquired project=project_name"] }, "custom_fields"],
    [{ service_key: key, custom_fields: ["enquired_project=budget"] }, "custom_fields"],
    [{ service_key: key, custom_fields: ["a=email=email"] }, "custom_fields"],
    [{ service_key: key, custom_fields: "a=email" }, "custom_fields"],
  ],
  takenBody: JSON.stringify({ id: "512", properties: { email: "asha@example.com" }, archived: false }),
  takenStatuses: [200, 201],
  taken: { outcome: "delivered", receiverId: "512" },
  kept: { contact_id: "512" },
  mostBodyBytes: 1024 * 1024,
  tells: ["Asha", "Rao", "asha@example.com", "+919999999999"],
};
