import { logEvent } from "@leadrelay/contracts/log-event";
import { clientsOfKey } from "@leadrelay/db/access-keys/clients-of-key";
import type { SigningKeyRow } from "@leadrelay/db/access-keys/find-signing-key";
import { markKeyUsed } from "@leadrelay/db/access-keys/mark-key-used";
import { isNonceSpent, spendNonce } from "@leadrelay/db/access-keys/spend-nonce";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { classifyStorageError, outageIn, takesNoChange } from "@leadrelay/db/storage-error";
import type { SignatureRead } from "@leadrelay/signing/request-signature/read-signature-headers";
import type { Grant } from "./caller.ts";
import { signatureRefusal } from "./signature-refusal.ts";

/** `last_used_at` is as fine as that: a row written an hour, not one a request. */
const usedEveryMs = 3_600_000;

/**
 * Uses up the nonce of a request whose signature was verified, and reads what its key reaches. Throws the 401 of a nonce that was
 * used: of the same request at the same moment, one gets through. While the database takes no change, one that only reads gets through with its
 * nonce unspent: sent again within the five minutes of its signature it would tell the same once more, to whoever has seen it, and change nothing.
 */
export async function useNonce(
  key: SigningKeyRow,
  { nonce, nonceExpiresAt }: SignatureRead,
  nowMs: number,
  { control, isReading }: { control: D1Database; isReading: boolean },
): Promise<Grant["clients"]> {
  const isUseDue = key.last_used_at === null || nowMs - key.last_used_at >= usedEveryMs;
  try {
    const [clients] = await runBatch(control, [
      clientsOfKey(pipelineScope, key),
      spendNonce(pipelineScope, { key_id: key.id, nonce, expires_at: nonceExpiresAt }),
      ...(isUseDue ? [markKeyUsed(pipelineScope, key.id, nowMs)] : []),
    ]);
    return clients;
  } catch (error) {
    if (isReading && takesNoChange(error)) {
      logEvent("nonce.unspent", { key_id: key.id, reason: outageIn(error) });
      const [clients, isSpent] = await runBatch(control, [
        clientsOfKey(pipelineScope, key),
        isNonceSpent(pipelineScope, { key_id: key.id, nonce }),
      ]);
      if (isSpent) throw signatureRefusal("signature_nonce_replayed", nowMs);
      return clients;
    }
    if (classifyStorageError(error) !== "conflict" || !String(error).includes("request_nonces")) throw error;
    throw signatureRefusal("signature_nonce_replayed", nowMs);
  }
}
