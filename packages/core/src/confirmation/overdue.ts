import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";

/** A delivery that its receiver should have confirmed by now. Times in ms. */
export interface OverdueDelivery extends DeliveryKey {
  public_id: string;
  client_id: string;
  /** When it was taken. */
  settled_at: number;
  confirm_by: number;
  /** It was told before: a person sent it again since. */
  unconfirmed_at: number | null;
}
