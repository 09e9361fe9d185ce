import type { Endpoint } from "../endpoint/endpoint.ts";
import { allowIp } from "./allow-ip.ts";
import { blockIp } from "./block-ip.ts";
import { disallowIp } from "./disallow-ip.ts";
import { listAllowedIps } from "./list-allowed-ips.ts";
import { listBlockedIps } from "./list-blocked-ips.ts";
import { previewBlock } from "./preview-block.ts";
import { unblockIp } from "./unblock-ip.ts";

/** A client's lists of networks. */
export const addressEndpoints: readonly Endpoint[] = [
  listBlockedIps,
  previewBlock,
  blockIp,
  unblockIp,
  listAllowedIps,
  allowIp,
  disallowIp,
];
