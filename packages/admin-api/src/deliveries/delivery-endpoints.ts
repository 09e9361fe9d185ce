import { getDelivery } from "./get-delivery.ts";
import { listDeliveries } from "./list-deliveries.ts";

export const deliveryEndpoints = [listDeliveries, getDelivery];
