import type { AdapterExample } from "./adapter-example.ts";

const client_id = "1000.QWERTYUIOPASDFGHJKLZXCVBNM9876";
const client_secret = "9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b";
const refresh_token = "1000.9f8e7d6c5b4a39281706f5e4d3c2b1a0.0a1b2c3d4e5f60718293a4b5c6d7e8f9";
const settings = { region: "com.au", client_id, client_secret, refresh_token };

/** A CRM in Australia, with two fields that its owner made. */
export const zohoExample: AdapterExample = {
  settings: {
    ...settings,
    duplicate_check_fields: ["LeadRelay_Id", "Email"],
    lead_id_field: "LeadRelay_Id",
    custom_fields: ["Enquired_Project=project_name"],
  },
  secrets: [client_id, client_secret, refresh_token],
  wrong: [
    [{ ...settings, region: "de" }, "region"],
    [{ ...settings, client_id: undefined }, "client_id"],
    [{ ...settings, client_secret: `${client_secret} ` }, "client_secret"],
    [{ ...settings, refresh_token: "" }, "refresh_token"],
    [{ ...settings, duplicate_check_fields: [] }, "duplicate_check_fields"],
    [{ ...settings, duplicate_check_fields: ["e-mail"] }, "duplicate_check_fields"],
    [{ ...settings, lead_id_field: "LeadRelay id" }, "lead_id_field"],
    [{ ...settings, custom_fields: ["Budget=budget"] }, "custom_fields"],
  ],
  takenBody: JSON.stringify({
    data: [
      {
        code: "SUCCESS",
        duplicate_field: null,
        action: "insert",
        details: { id: "5725767000000524156", Created_Time: "2026-11-30T11:00:00+05:30" },
        message: "record added",
        status: "success",
      },
    ],
  }),
  takenStatuses: [200, 201, 202, 207],
  taken: { outcome: "delivered", receiverId: "5725767000000524156" },
  onward: { token: JSON.stringify({ access_token: "1000.a.b", expires_in: 3_600, token_type: "Bearer" }) },
  mostBodyBytes: 1024 * 1024,
  tells: ["Asha", "Rao", "asha@example.com", "+919999999999"],
};
