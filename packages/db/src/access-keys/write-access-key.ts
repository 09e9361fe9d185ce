import { sql } from "kysely";
import { requireAgency } from "../scope/require-agency.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import type { AccessKeysTable } from "../tables/access-keys-table.ts";
import type { AccessKeyDetails } from "./access-key-details.ts";
import { keyInScope } from "./key-in-scope.ts";

/** Adds a key of a client or of an agency of the scope. */
export function insertAccessKey(
  scope: OperatorScope,
  { permissions, ...key }: AccessKeyDetails,
  sealedSecret: string,
): Statement<number> {
  if (key.client_id !== null) requireClient(scope, key.client_id);
  else requireAgency(scope, key.agency_id);
  const values = {
    ...key,
    permissions_json: JSON.stringify(permissions),
    sealed_secret: sealedSecret,
    sealed_previous_secret: null,
  };
  return write(queries.insertInto("access_keys").values(values).compile());
}

/** Writes what may change of a key without touching its secrets. */
export const updateAccessKey = (
  scope: OperatorScope,
  { id, name, permissions, expires_at, updated_at }: AccessKeyDetails,
): Statement<number> =>
  write(
    queries
      .updateTable("access_keys")
      .set({ name, permissions_json: JSON.stringify(permissions), expires_at, updated_at })
      .where("id", "=", id)
      .where(keyInScope(scope))
      .compile(),
  );

type Rotated = Pick<
  AccessKeysTable,
  "id" | "sealed_secret" | "sealed_previous_secret" | "previous_expires_at" | "expires_at" | "updated_at"
>;

/** Gives a key another secret. */
export const rotateAccessKey = (scope: OperatorScope, { id, ...rotated }: Rotated): Statement<number> =>
  write(
    queries.updateTable("access_keys").set(rotated).where("id", "=", id).where(keyInScope(scope)).compile(),
  );

/** Ends a key for good; one that is revoked already keeps its time. */
export const revokeAccessKey = (scope: OperatorScope, id: string, nowMs: number): Statement<number> =>
  write(
    queries
      .updateTable("access_keys")
      .set({
        revoked_at: nowMs,
        sealed_previous_secret: null,
        previous_expires_at: null,
        updated_at: sql<number>`max(updated_at + 1, ${nowMs})`,
      })
      .where("id", "=", id)
      .where("revoked_at", "is", null)
      .where(keyInScope(scope))
      .compile(),
  );
