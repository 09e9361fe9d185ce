import type { CrmTable } from "../crm/crm-fields.ts";

/**
 * Salesforce's own fields of leads; it refuses a text that is too long for its field. State and country are left to the description: where an
 * owner made lists of them, other spellings are refused.
 */
export const salesforceFields: CrmTable = [
  ["LastName", "family_name", 80],
  ["FirstName", "given_name", 40],
  ["Email", "email", 80],
  ["Phone", "phone", 40],
  ["City", "city", 40],
  ["Description", "summary", 5_000],
];
