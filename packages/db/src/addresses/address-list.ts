import type { AllowedIpsTable } from "../tables/allowed-ips-table.ts";
import type { BlockedIpsTable } from "../tables/blocked-ips-table.ts";

/** A client's lists of networks, each with what it keeps of one. */
export interface AddressLists {
  blocked_ips: BlockedIpsTable;
  allowed_ips: AllowedIpsTable;
}
export type AddressList = keyof AddressLists;
