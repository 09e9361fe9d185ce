import { cancelDelivery } from "./cancel-delivery.ts";
import { getDelivery } from "./get-delivery.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { retryDelivery } from "./retry-delivery.ts";

export const deliveryEndpoints = [listDeliveries, getDelivery, retryDelivery, cancelDelivery];
