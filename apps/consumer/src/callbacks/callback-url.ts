import type { AfterDelivery } from "@leadrelay/contracts/after-delivery";
import type { Dependencies } from "../dependencies.ts";

interface Called {
  id: string;
  client_id: string;
  kind: string;
  after: AfterDelivery;
}

/**
 * Where a delivery's receiver tells what came of it; null where it is asked for nothing, and where nobody knows the producer's address. The same
 * for each try of a delivery.
 */
export async function callbackUrl(
  { id, client_id, kind, after }: Called,
  deliveryId: string,
  { config, callbackSigner }: Pick<Dependencies, "config" | "callbackSigner">,
): Promise<string | null> {
  const { intakeUrl } = config;
  if (intakeUrl === null) return null;
  const isTwilio = kind === "twilio";
  // Twilio takes no address that is not public.
  if (isTwilio && !intakeUrl.startsWith("https:")) return null;
  if (!isTwilio && kind !== "make" && after.confirmation === undefined) return null;
  const signer = await callbackSigner();
  const token = await signer.tokenOf(client_id, deliveryId);
  // Twilio signs what it tells; by the token the edge knows that it is asked for, however many come.
  return isTwilio
    ? `${intakeUrl}/callbacks/twilio/${id}?delivery=${deliveryId}&token=${token}`
    : `${intakeUrl}/callbacks/make/${deliveryId}?token=${token}`;
}
