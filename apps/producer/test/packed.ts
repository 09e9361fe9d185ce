import { utf8 } from "./bytes.ts";

/** A text as a sender that compresses sends it. */
export async function packed(text: string, format: "gzip" | "deflate"): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Response(utf8(text)).body?.pipeThrough(new CompressionStream(format));
  return new Uint8Array(await new Response(stream ?? null).arrayBuffer());
}
