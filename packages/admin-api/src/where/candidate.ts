import type { Contact } from "@leadrelay/core/masking/mask-contact";
import type { Lead } from "@leadrelay/db/leads/lead";

/** What may be the lead somebody misses. */
export type Candidate =
  | { kind: "lead"; at: number; lead: Lead }
  | { kind: "submission"; at: number; submissionId: string; clientId: string | null; person: Contact | null };

export const byNewest = (a: Candidate, b: Candidate): number => b.at - a.at;
