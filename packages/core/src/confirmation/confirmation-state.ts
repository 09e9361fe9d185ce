import type { ConfirmationState, DeliveryStatus } from "@leadrelay/contracts/delivery-status";

/** What is known of a delivery and its confirmation. Times in ms; absent as null. */
export interface ConfirmationFacts {
  status: DeliveryStatus;
  confirm_by?: number | null;
  unconfirmed_at?: number | null;
}

/** Where a delivery stands with its confirmation; null: it is not taken, or its receiver has to confirm nothing. */
export function confirmationState({
  status,
  confirm_by = null,
  unconfirmed_at = null,
}: ConfirmationFacts): ConfirmationState | null {
  if (status === "confirmed") return "confirmed";
  if (status !== "delivered") return null;
  if (confirm_by !== null) return "waiting";
  return unconfirmed_at === null ? null : "unconfirmed";
}
