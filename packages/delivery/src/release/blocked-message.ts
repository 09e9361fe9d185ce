import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import type { BlockedRequest } from "@leadrelay/core/decide/blocked-row";
import type { ResolvedForm } from "@leadrelay/db/intake/find-forms";
import type { BlockedIpLeadsTable } from "@leadrelay/db/tables/blocked-ip-leads-table";

/**
 * The message of a submission from a blocked address, with its own time, to go through intake as if the address were on no list. What the
 * edge knew of one of before that was kept is not known any more.
 */
export function blockedMessage(
  row: BlockedIpLeadsTable,
  { form_key, ...form }: ResolvedForm,
): SubmissionMessage {
  const { over_rate, honeypot, notes, other_phones, ...request } = requestOf(row);
  return {
    v: 1,
    type: "submission",
    submission_id: row.public_id,
    received_at: row.submitted_at,
    form_key,
    form,
    ...request,
    ...(other_phones === undefined ? {} : { other_phones: [...other_phones] }),
    ...(over_rate ? { over_rate } : {}),
    // Whoever lets it through saw all of it: it is not kept apart for another reason then, and a person sent it.
    ...(honeypot ? { quarantine: "released", is_bot: false } : {}),
    block_lifted: true,
    payload: JSON.parse(row.payload_json) as Record<string, unknown>,
    notes: [...notes],
  };
}

const requestOf = (row: BlockedIpLeadsTable): BlockedRequest =>
  row.request_json === null ? rememberedOf(row) : (JSON.parse(row.request_json) as BlockedRequest);

function rememberedOf(row: BlockedIpLeadsTable): BlockedRequest {
  const known = {
    name: row.contact_name,
    email: row.contact_email,
    phone: row.contact_phone,
    project: row.project,
  };
  return {
    channel: "browser",
    is_bot: false,
    over_rate: false,
    honeypot: false,
    fields: Object.fromEntries(
      Object.entries(known).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ),
    notes: ["it was blocked before more than its contact details and its address was kept"],
    context: {
      ip: row.ip === "" ? null : row.ip,
      country: row.country,
      city: null,
      region: null,
      timezone: null,
      asn: null,
      user_agent: null,
      referrer: row.referrer,
    },
  };
}
