import { longestCallbackTexts, mostTwilioFields } from "@leadrelay/contracts/callback-limits";
import type { CallbackSaid } from "@leadrelay/contracts/callback-message";
import { readBytes } from "../../intake/body/read-bytes.ts";
import { serialisedBytes } from "../../intake/park-payload.ts";
import type { Unsaid } from "../unsaid.ts";

const mostBytes = 64 * 1024;
const { text: longestText } = longestCallbackTexts;
const signaturePattern = /^[A-Za-z0-9+/]{27}=$/;

/** What Twilio posts, field by field as it was signed. Whether it was, only whoever can open the destination's settings can tell. */
export async function saidByTwilio(request: Request, destinationId: string): Promise<CallbackSaid | Unsaid> {
  const read = await readBytes(request);
  const signature = request.headers.get("x-twilio-signature") ?? "";
  if (!signaturePattern.test(signature))
    return { unsaid: "it has no X-Twilio-Signature: this address is for Twilio" };
  if (read.kind === "refused") return { unsaid: read.detail };
  if (read.bytes.length > mostBytes) return { unsaid: "it is longer than anything that Twilio sends" };
  const fields = [...new URLSearchParams(new TextDecoder().decode(read.bytes))];
  const isTwilios =
    fields.length <= mostTwilioFields &&
    request.url.length <= longestText &&
    fields.every(
      ([name, value]) => name.length <= longestCallbackTexts.word && value.length <= longestText,
    ) &&
    // Anybody may have written it, and the queue refuses what is longer: a byte that is no text becomes six.
    serialisedBytes(fields) <= mostBytes;
  if (!isTwilios || fields.length === 0) return { unsaid: "it is no message of Twilio's" };
  return { kind: "twilio", destination_id: destinationId, signature, url: request.url, fields };
}
