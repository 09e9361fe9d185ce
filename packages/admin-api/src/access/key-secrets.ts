import type { AccessKeysTable } from "@leadrelay/db/tables/access-keys-table";
import type { Sealer } from "@leadrelay/signing/seal";

/** Where a key's secret is sealed to; it opens nowhere else. */
export const secretPlace = (
  id: string,
  column: "sealed_secret" | "sealed_previous_secret" = "sealed_secret",
) => ({ table: "access_keys", row: id, column });

/**
 * The new secret and, for an overlap, the one until now, each sealed to its own column.
 * @param sealedUntilNow null: no overlap
 */
export async function sealSecrets(
  id: string,
  secret: string,
  sealedUntilNow: string | null,
  sealer: Sealer,
): Promise<Pick<AccessKeysTable, "sealed_secret" | "sealed_previous_secret">> {
  const sealed_secret = await sealer.seal(secret, secretPlace(id));
  if (sealedUntilNow === null) return { sealed_secret, sealed_previous_secret: null };
  const previous = await sealer.open(sealedUntilNow, secretPlace(id));
  const place = secretPlace(id, "sealed_previous_secret");
  return { sealed_secret, sealed_previous_secret: await sealer.seal(previous, place) };
}

/** The secret before a rotation whose overlap is over, which signs nothing any more; undefined where there is none. */
export async function openEndedSecret(
  key: Pick<AccessKeysTable, "id" | "sealed_previous_secret" | "previous_expires_at">,
  nowMs: number,
  sealer: Sealer,
): Promise<{ secret: string; endedAt: number } | undefined> {
  const { sealed_previous_secret: previous, previous_expires_at: endedAt } = key;
  if (previous === null || endedAt === null || endedAt > nowMs) return undefined;
  try {
    return { secret: await sealer.open(previous, secretPlace(key.id, "sealed_previous_secret")), endedAt };
  } catch {
    // Sealed with a master key that is gone: nothing needs it any more.
    return undefined;
  }
}

/** The secrets a key signs with now: its own and, during the overlap of a rotation, the one before. */
export async function openSecrets(
  key: Pick<AccessKeysTable, "id" | "sealed_secret" | "sealed_previous_secret" | "previous_expires_at">,
  nowMs: number,
  sealer: Sealer,
): Promise<string[]> {
  const opened = [sealer.open(key.sealed_secret, secretPlace(key.id))];
  const { sealed_previous_secret: previous, previous_expires_at: until } = key;
  if (previous !== null && until !== null && until > nowMs)
    opened.push(sealer.open(previous, secretPlace(key.id, "sealed_previous_secret")));
  return Promise.all(opened);
}
