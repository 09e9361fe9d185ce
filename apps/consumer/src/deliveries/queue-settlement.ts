import type { DeliverySettlement } from "@leadrelay/contracts/delivery-settlement";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import type { SettledSend } from "@leadrelay/delivery/settled-send";
import type { Dependencies } from "../dependencies.ts";
import { queueTimeoutMs } from "../queues/wake-deliveries.ts";

/** Has outcomes that D1 does not take now written by whoever takes the message; false where the queue does not take it either. */
export async function queueSettlement(
  { deliveriesQueue }: Pick<Dependencies, "deliveriesQueue">,
  database: string,
  sent: readonly SettledSend[],
): Promise<boolean> {
  const message: DeliverySettlement = {
    v: 1,
    type: "settlement",
    database,
    sent: sent.map(({ delivery, destination, attempt }) => ({
      public_id: delivery.public_id,
      sealed_settings: destination.sealed_settings,
      attempt,
    })),
  };
  return withTimeLimit(queueTimeoutMs, deliveriesQueue.send(message)).then(
    () => true,
    () => false,
  );
}
