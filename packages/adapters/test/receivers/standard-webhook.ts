import { Webhook } from "standardwebhooks";
import type { Answering } from "./receiver.ts";

/** Written as Standard Webhooks' own library is used: 401 for what it does not verify, 204 for what it has, once or again. */
export function standardReceiver(secret: string) {
  const taken: { id: string; body: unknown }[] = [];
  const receiver: Answering = async (request) => {
    const body = await request.text();
    try {
      new Webhook(secret).verify(body, Object.fromEntries(request.headers));
    } catch {
      return new Response("no such signature", { status: 401 });
    }
    const id = request.headers.get("webhook-id") ?? "";
    if (!taken.some((one) => one.id === id)) taken.push({ id, body: JSON.parse(body) });
    return new Response(null, { status: 204 });
  };
  return { receiver, taken };
}

/** The same request with one byte of its body changed. */
export const changed =
  (receiver: Answering, at: number): Answering =>
  async (request) => {
    const bytes = new Uint8Array(await request.arrayBuffer());
    bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 1;
    return receiver(new Request(request.url, { method: "POST", headers: request.headers, body: bytes }));
  };
