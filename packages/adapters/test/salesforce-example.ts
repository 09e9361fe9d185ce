import type { AdapterExample } from "./adapter-example.ts";

const client_id = "3MVG9.consumer_key_9876543210";
const client_secret = "FEDCBA9876543210FEDCBA9876543210";
const refresh_token = "5Aep861.refresh_token_9876543210";
const instance = "https://acme--uat.sandbox.my.salesforce.com";
const settings = { instance, client_id, client_secret, refresh_token };

/** A sandbox whose owner lets duplicates in. */
export const salesforceExample: AdapterExample = {
  settings: {
    ...settings,
    external_id_field: "Web_Id__c",
    company: "Unknown",
    allow_duplicates: true,
    custom_fields: ["Enquired_Project__c=project_name", "LeadSource=lead_source"],
    api_version: "v66.0",
  },
  secrets: [client_id, client_secret, refresh_token],
  wrong: [
    [{ ...settings, instance: "https://login.salesforce.com" }, "instance"],
    [{ ...settings, instance: "https://my.salesforce.com.evil.example" }, "instance"],
    [{ ...settings, client_id: `${client_id} ` }, "client_id"],
    [{ ...settings, client_secret: `${client_secret}\n` }, "client_secret"],
    [{ ...settings, refresh_token: `${refresh_token} ` }, "refresh_token"],
    [{ ...settings, external_id_field: "Email" }, "external_id_field"],
    [{ ...settings, external_id_field: "../Account/Id__c" }, "external_id_field"],
    [{ ...settings, api_version: "65" }, "api_version"],
    [{ ...settings, custom_fields: ["LeadRelay_Id__c=lead_public_id"] }, "custom_fields"],
    [{ ...settings, external_id_field: "A__c", custom_fields: ["A__c=lead_public_id"] }, "custom_fields"],
  ],
  takenBody: JSON.stringify({ id: "00Q5g00000AbCdEEAV", success: true, errors: [], created: true }),
  taken: { outcome: "delivered", receiverId: "00Q5g00000AbCdEEAV" },
  onward: {
    token: JSON.stringify({ access_token: "00D!AQ.token", instance_url: instance, token_type: "Bearer" }),
  },
  mostBodyBytes: 1024 * 1024,
  tells: ["Asha", "Rao", "asha@example.com", "+919999999999"],
};
