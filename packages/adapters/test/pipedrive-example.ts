import type { AdapterExample } from "./adapter-example.ts";

const token = "3a5f1c7e9b2d4f6a8c0e1d3b5a7f9c2e4d6b8a0f";
const address = "https://lakeside.pipedrive.com";
const nobody = JSON.stringify({ success: true, data: { items: [] } });

/** A company in which nobody knows the person yet, and a field that its owner made. */
export const pipedriveExample: AdapterExample = {
  settings: {
    address,
    api_token: token,
    note: true,
    lead_id_field: "1f9a3b0c5d7e2f4a6b8c0d1e3f5a7b9c0d2e4f6a",
    custom_fields: ["9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b3a2f1e0d=project_name"],
  },
  secrets: [token],
  wrong: [
    [{ address }, "api_token"],
    [{ address: "https://lakeside.example.com", api_token: token }, "address"],
    [{ address: "https://pipedrive.com.example.com", api_token: token }, "address"],
    [{ address, api_token: token, lead_id_field: "Lead id" }, "lead_id_field"],
    [{ address, api_token: token, custom_fields: ["project_name"] }, "custom_fields"],
    [{ address, api_token: token, note: "yes" }, "note"],
  ],
  takenBody: JSON.stringify({ success: true, data: { id: 31 } }),
  takenStatuses: [200, 201],
  taken: { outcome: "delivered", receiverId: "adf21080-0e10-11eb-879b-05d71fb426ec" },
  onward: {
    person_by_email: nobody,
    person_by_phone: nobody,
    person: JSON.stringify({ success: true, data: { id: 1092 } }),
    earlier_lead: JSON.stringify({ success: true, data: [] }),
    lead: JSON.stringify({ success: true, data: { id: "adf21080-0e10-11eb-879b-05d71fb426ec" } }),
  },
  shownBySteps: ["person", "lead", "note"],
  fromSteps: ["person_id", "lead_id"],
  mostBodyBytes: 1024 * 1024,
};
