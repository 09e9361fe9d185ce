import type { Answering } from "./receiver.ts";

/** A catch hook: it takes whatever comes to its address, whether the Zap is on or off, up to so many and as much as it says it does. */
export function zapierReceiver(most = Number.POSITIVE_INFINITY) {
  const taken: unknown[] = [];
  const receiver: Answering = async (request) => {
    if (taken.length >= most)
      return Response.json({ status: "error" }, { status: 429, headers: { "retry-after": "5" } });
    const text = await request.text();
    if (text.length > 10_000_000) return new Response("Payload Too Large", { status: 413 });
    taken.push(JSON.parse(text));
    return Response.json({ attempt: "a", id: "i", request_id: "r", status: "success" });
  };
  return { receiver, taken };
}
