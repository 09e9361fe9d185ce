import { group } from "../shared/group.ts";
import { cancelDeliveries } from "./cancel.ts";
import { listDeliveries } from "./list.ts";
import { retryDeliveries } from "./retry.ts";
import { showDelivery } from "./show.ts";

export const delivery = group("delivery", "one event on its way to one destination", [
  listDeliveries,
  showDelivery,
  retryDeliveries,
  cancelDeliveries,
]);
