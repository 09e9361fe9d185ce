import type { CrmTable } from "../crm/crm-fields.ts";

/** Of a person. Their address and number stand in lists of their own there. */
export const personFields: CrmTable = [["name", "name", 255]];

/** Of a lead. `origin_id` tells which integration's doing it is: of ours, which delivery's. */
export const leadFields: CrmTable = [
  ["title", "title", 255],
  ["origin_id", "delivery_id", 64],
];

/** The longest address and number that are sent on. */
export const mostEmail = 254;
export const mostPhone = 60;
