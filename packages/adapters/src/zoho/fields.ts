import type { CrmTable } from "../crm/crm-fields.ts";

/** Zoho's own fields of leads. It takes nobody without a last name, and refuses a text that is too long for its field. */
export const zohoFields: CrmTable = [
  ["Last_Name", "family_name", 80],
  ["First_Name", "given_name", 40],
  ["Email", "email", 100],
  ["Phone", "phone", 30],
  ["City", "city", 100],
  ["State", "region", 100],
  ["Country", "country", 100],
  ["Lead_Source", "source", 120],
  ["Description", "summary", 5_000],
];
