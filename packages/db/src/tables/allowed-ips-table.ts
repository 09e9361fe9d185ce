import type { NetworkUsage } from "@leadrelay/contracts/network-usage";
/** Networks of our own: testing, or internal. */
export interface AllowedIpsTable {
  client_id: string;
  cidr: string;
  usage: NetworkUsage;
  note: string | null;
  created_at: number;
  expires_at: number | null;
}
