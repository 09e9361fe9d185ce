import type { AccessKeysTable } from "../tables/access-keys-table.ts";

/** A key as people see it: without its secrets. Times in ms. */
export interface AccessKeyDetails {
  id: string;
  agency_id: string;
  /** null: every client of the agency. */
  client_id: string | null;
  name: string;
  permissions: string[];
  /** The secret before the last rotation works until then. */
  previous_expires_at: number | null;
  created_by: string;
  created_at: number;
  updated_at: number;
  expires_at: number | null;
  revoked_at: number | null;
  last_used_at: number | null;
}

export const shownColumns = [
  "id",
  "agency_id",
  "client_id",
  "name",
  "permissions_json",
  "previous_expires_at",
  "created_by",
  "created_at",
  "updated_at",
  "expires_at",
  "revoked_at",
  "last_used_at",
] as const satisfies readonly (keyof AccessKeysTable)[];

export const toAccessKey = ({
  permissions_json,
  ...row
}: Pick<AccessKeysTable, (typeof shownColumns)[number]>): AccessKeyDetails => ({
  ...row,
  permissions: JSON.parse(permissions_json) as string[],
});
