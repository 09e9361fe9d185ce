import type { z } from "@hono/zod-openapi";
import { contactOf, maskedIf } from "@leadrelay/core/masking/mask-contact";
import { maskIp } from "@leadrelay/core/masking/mask-ip";
import { maskText } from "@leadrelay/core/masking/mask-text";
import { maskUrl } from "@leadrelay/core/masking/mask-url";
import type { BlockedIpLeadsTable } from "@leadrelay/db/tables/blocked-ip-leads-table";
import type { blockedDetailsSchema, blockedSchema } from "./blocked-schema.ts";

/** A blocked submission as whoever asks may see it: the one place where its row becomes an answer. */
export const toBlocked = (row: BlockedIpLeadsTable, masked: boolean): z.input<typeof blockedSchema> => ({
  id: row.public_id,
  client_id: row.client_id,
  form_id: row.form_id,
  ...contactOf(row, masked),
  masked,
  project: maskedIf(masked, row.project, (text) => maskText(text, row)),
  ip: masked ? maskIp(row.ip) : row.ip,
  matched_cidr: masked ? maskIp(row.matched_cidr) : row.matched_cidr,
  country: row.country,
  referrer: maskedIf(masked, row.referrer, maskUrl),
  submitted_at: row.submitted_at,
});

/** The same with all that was posted. */
export const toBlockedDetails = (
  row: BlockedIpLeadsTable,
  masked: boolean,
): z.input<typeof blockedDetailsSchema> => ({
  ...toBlocked(row, masked),
  payload: masked ? null : (JSON.parse(row.payload_json) as unknown),
});
