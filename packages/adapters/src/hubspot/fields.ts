import type { CrmTable } from "../crm/crm-fields.ts";

/** HubSpot's own contact properties; a text holds 65 536 characters there, which nobody reads. */
export const hubspotFields: CrmTable = [
  ["email", "email", 254],
  ["firstname", "first_name", 255],
  ["lastname", "last_name", 255],
  ["phone", "phone", 60],
  ["city", "city", 255],
  ["state", "region", 255],
  ["country", "country", 255],
  ["message", "summary", 5_000],
];
