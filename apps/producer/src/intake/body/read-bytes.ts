import { bodyLimitBytes } from "./body-limits.ts";

/** After this a sender who never stops is cut off; the platform's own limit is of that order. */
const drainLimitBytes = 100 * 1024 * 1024;

export type ReadBytes = { kind: "bytes"; bytes: Uint8Array } | { kind: "too_large" } | { kind: "cut_off" };

/** Reads the body to its end whatever its size, because an unread body breaks keep-alive; keeps no more than the limit. */
export async function readBytes(request: Request): Promise<ReadBytes> {
  try {
    const declared = request.headers.get("content-length");
    // The usual body says how long it is. Touching `request.body` would cost it a stream object.
    if (declared === null || !(Number(declared) <= bodyLimitBytes)) return await readChunks(request.body);
    const bytes = new Uint8Array(await request.arrayBuffer());
    return bytes.length <= bodyLimitBytes ? { kind: "bytes", bytes } : { kind: "too_large" };
  } catch {
    return { kind: "cut_off" };
  }
}

async function readChunks(body: ReadableStream<Uint8Array> | null): Promise<ReadBytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length <= bodyLimitBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (length > drainLimitBytes) break;
  }
  if (length > bodyLimitBytes) return { kind: "too_large" };
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return { kind: "bytes", bytes };
}
