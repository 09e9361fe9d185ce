/** Networks of our own: testing, or internal. */
export interface AllowedIpsTable {
  client_id: string;
  cidr: string;
  usage: "testing" | "internal";
  note: string | null;
  created_at: number;
  expires_at: number | null;
}
