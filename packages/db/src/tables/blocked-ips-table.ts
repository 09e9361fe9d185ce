/** Networks whose submissions leave one row and nothing else. */
export interface BlockedIpsTable {
  client_id: string;
  cidr: string;
  reason: string | null;
  country: string | null;
  referrer: string | null;
  blocked_at: number;
  expires_at: number | null;
}
