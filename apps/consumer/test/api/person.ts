import { expect } from "vitest";
import { deliverMessages } from "../deliver-messages.ts";
import { rows, type Tenant } from "../tenant.ts";

/** Somebody whose every detail is easy to find in an answer it must not be in. */
export const anna = {
  name: "Annabel Winterbottom",
  email: "Annabel.W@winter.example",
  phone: "+91 98765 43219",
  message: "ring after teatime",
} as const;
const annasIp = "203.0.113.77";
const annasVisitor = "visitor-of-annabel";

const secrets = [
  "annabel",
  "winterbottom",
  "98765",
  annasIp,
  anna.message,
  annasVisitor,
  "heard-of-annabel",
] as const;

/** Fails when an answer holds a detail of `anna`, however it is spelled. */
export function expectNothingOfAnna(body: unknown): void {
  const text = JSON.stringify(body ?? null).toLowerCase();
  for (const secret of secrets) expect(text).not.toContain(secret);
}

/** Has `anna` (or whoever is given) submit a tenant's form; stored by the real pipeline. Answers the submission's id. */
export async function submitForm(
  tenant: Tenant,
  fields: Record<string, string> = anna,
  given: Parameters<Tenant["submission"]>[0] = {},
): Promise<string> {
  const { context } = tenant.submission();
  const submission = tenant.submission({
    fields: {
      ...fields,
      visitor_id: annasVisitor,
      page_url: `https://example.com/visit?ref=heard-of-annabel`,
    },
    payload: { ...fields, note: "heard-of-annabel" },
    context: { ...context, ip: annasIp, referrer: "https://example.com/?ref=heard-of-annabel" },
    ...given,
  });
  await deliverMessages([submission]);
  return submission.submission_id;
}

/** The public id of the lead that holds a submission. */
export async function leadOf(submissionId: string): Promise<string> {
  const [found] = await rows<{ id: string }>(
    "SELECT l.public_id AS id FROM lead_submissions AS s JOIN leads AS l ON l.id = s.lead_id WHERE s.public_id = ?",
    submissionId,
  );
  if (found === undefined) throw new Error(`Submission ${submissionId} is not stored`);
  return found.id;
}
