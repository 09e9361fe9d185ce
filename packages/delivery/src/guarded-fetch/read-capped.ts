import { reasonOf } from "@leadrelay/contracts/reason-of";
/** A body's text up to a cap, and whether reading stopped before its end for another reason than the cap. */
export interface CappedBody {
  text: string;
  broken: string | null;
}

/** Reads at most `maxBytes` and cancels the rest. Never throws; an abort of `signal` stops the reading. */
export async function readCapped(
  response: Response,
  maxBytes: number,
  signal: AbortSignal,
): Promise<CappedBody> {
  if (response.body === null) return { text: "", broken: null };
  if (isShort(response, maxBytes)) return readWhole(response);
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const cancel = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener("abort", cancel, { once: true });
  const decoder = new TextDecoder();
  let text = "";
  let left = maxBytes;
  try {
    while (left > 0) {
      const { done, value } = await reader.read();
      if (signal.aborted) return { text, broken: "aborted" };
      if (done) return { text: text + decoder.decode(), broken: null };
      text += decoder.decode(value.subarray(0, left), { stream: true });
      left -= value.byteLength;
    }
    cancel();
    return { text, broken: null };
  } catch (error) {
    return { text, broken: reasonOf(error) };
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

/** By its Content-Length, beyond which HTTP reads nothing. Encoded bodies may grow. */
function isShort({ headers }: Response, maxBytes: number): boolean {
  const length = headers.get("content-length");
  return length !== null && !headers.has("content-encoding") && Number(length) <= maxBytes;
}

/** In one step, which costs a tenth of reading by chunks. An abort of the request's signal ends it too. */
async function readWhole(response: Response): Promise<CappedBody> {
  try {
    return { text: await response.text(), broken: null };
  } catch (error) {
    return { text: "", broken: reasonOf(error) };
  }
}
