import { tooLarge, unreadable, type Refusal } from "../../refusal.ts";
import { bodyLimitBytes } from "./body-limits.ts";

/** After this a sender who never stops is cut off; the platform's own limit is of that order. */
const drainLimitBytes = 100 * 1024 * 1024;

const tooLong = tooLarge(`The body is over ${bodyLimitBytes / 1024 / 1024} MB, attached files included.`);
export const cutOff = unreadable("The body ended before it was complete.");

interface ReadBytes {
  kind: "bytes";
  bytes: Uint8Array;
}

/** What Content-Length says, which the HTTP layer holds the sender to; null when the body is chunked or absent. */
export function declaredBytes(headers: Headers): number | null {
  const declared = headers.get("content-length");
  return declared === null || !/^\d+$/.test(declared) ? null : Number(declared);
}

/** Reads the body to its end whatever its size, because an unread body breaks keep-alive; keeps no more than the limit. */
export async function readBytes(request: Request): Promise<ReadBytes | Refusal> {
  try {
    const declared = declaredBytes(request.headers);
    if (declared === null || declared > bodyLimitBytes) return await readChunks(request.body);
    return { kind: "bytes", bytes: new Uint8Array(await request.arrayBuffer()) };
  } catch {
    return cutOff;
  }
}

/** Reads a stream to its end, keeping no more than the limit of a body. Rejects when it breaks. */
async function readChunks(body: ReadableStream<Uint8Array> | null): Promise<ReadBytes | Refusal> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length <= bodyLimitBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (length > drainLimitBytes) break;
  }
  return length > bodyLimitBytes ? tooLong : { kind: "bytes", bytes: joined(chunks) };
}

/** Chunks as one. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
