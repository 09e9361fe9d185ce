import { listAuditLog } from "./audit-log/list-audit-log.ts";
import { letterEndpoints } from "./dead-letters/letter-endpoints.ts";
import { deliveryEndpoints } from "./deliveries/delivery-endpoints.ts";
import { replayEndpoints } from "./replays/replay-endpoints.ts";
import { getStatistics } from "./statistics/get-statistics.ts";

/** What tells how the installation is doing, and moves on what is stuck. */
export const operatingEndpoints = [
  ...deliveryEndpoints,
  ...letterEndpoints,
  ...replayEndpoints,
  getStatistics,
  listAuditLog,
];
