import type { DeliveryFilter, DeliveryPlace } from "@leadrelay/db/deliveries/listed-delivery";
import type { OperatorScope } from "@leadrelay/db/scope";

/** What a page of deliveries is asked for. */
export interface WantedDeliveries {
  scope: OperatorScope;
  filter: DeliveryFilter;
  /** Public id of a lead of the one client left in the scope. */
  leadId: string | undefined;
  after: DeliveryPlace | null;
  pageSize: number;
}
