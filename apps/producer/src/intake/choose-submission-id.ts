import { idempotentSubmissionId, isIdempotencyKey } from "@leadrelay/core/submission-id/submission-id";
import { unreadable, type Refusal } from "../refusal.ts";
import type { ParsedBody } from "./body/parsed-body.ts";

export const badIdempotencyKey = unreadable(
  "The Idempotency-Key must be 1 to 255 visible ASCII characters without blanks.",
);

/** A new id, or for a request that names itself the id it had before. */
export function chooseSubmissionId(
  headers: Headers,
  formKey: string,
  { entries, written }: Pick<ParsedBody, "entries" | "written">,
  newId: () => string,
): { kind: "chosen"; id: string } | Refusal {
  const key = headers.get("idempotency-key");
  if (key === null) return { kind: "chosen", id: newId() };
  if (!isIdempotencyKey(key)) return badIdempotencyKey;
  const id = idempotentSubmissionId({ formKey, accessKeyId: "", key, itemIndex: 0, entries, written });
  return { kind: "chosen", id };
}
