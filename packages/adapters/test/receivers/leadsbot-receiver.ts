import { hmacKey } from "@leadrelay/signing/request-signature/hmac";
import { fromHex } from "@leadrelay/signing/request-signature/hex";
import type { Answering } from "./receiver.ts";

/** Made for LeadsBot's webhooks: hexadecimal HMAC-SHA256 of the raw body in its header, `{event, data}` in it, and nothing else looked at. */
export function leadsBotReceiver(secret: string, header = "X-LeadsBot-Signature") {
  const taken: { event: unknown; data: unknown }[] = [];
  const receiver: Answering = async (request) => {
    const body = await request.arrayBuffer();
    const given = request.headers.get(header) ?? "";
    const isOurs =
      /^[0-9a-f]{64}$/.test(given) &&
      (await crypto.subtle.verify("HMAC", await hmacKey(secret, "verify"), fromHex(given), body));
    if (!isOurs) return new Response("invalid signature", { status: 401 });
    const { event, data } = JSON.parse(new TextDecoder().decode(body)) as { event: unknown; data: unknown };
    taken.push({ event, data });
    return new Response("ok");
  };
  return { receiver, taken };
}
