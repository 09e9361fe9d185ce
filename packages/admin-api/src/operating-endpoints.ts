import { listAuditLog } from "./audit-log/list-audit-log.ts";
import { letterEndpoints } from "./dead-letters/letter-endpoints.ts";
import { deliveryEndpoints } from "./deliveries/delivery-endpoints.ts";
import { getHome } from "./home/get-home.ts";
import { getHealth } from "./health/get-health.ts";
import { getQueueStatus } from "./queue-status/get-queue-status.ts";
import { replayEndpoints } from "./replays/replay-endpoints.ts";
import { getStatistics } from "./statistics/get-statistics.ts";

/** What tells how the installation is doing, and moves on what is stuck. */
export const operatingEndpoints = [
  ...deliveryEndpoints,
  ...letterEndpoints,
  ...replayEndpoints,
  getHome,
  getQueueStatus,
  getStatistics,
  listAuditLog,
  getHealth,
];
