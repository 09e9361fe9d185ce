import { deflateRawSync } from "./zlib.ts";
import type { Exchange } from "@leadrelay/contracts/exchange";
import { dictionary } from "./dictionary.ts";
import { excerpt } from "./excerpt.ts";

/** First of the packed bytes: which dictionary they need. */
export const packedVersion = 1;

/** Of a try, packed: thirty of them, as hex, are one parameter of one statement. */
export const mostPackedBytes = 12 * 1024;

const encoder = new TextEncoder();
export const dictionaryBytes = encoder.encode(dictionary);

/** What bodies are cut to, in turn, where a try's exchanges do not fit: strangers' texts that do not pack, or many requests. */
const shorterBodies = [Infinity, 1024, 200, 0];

/** The exchanges of a try for its row, at most `mostPackedBytes`, as hex; null: there were none. */
export function packExchanges(exchanges: readonly Exchange[]): string | null {
  if (exchanges.length === 0) return null;
  for (const most of shorterBodies) {
    const packed = pack(exchanges.map((one) => shortened(one, most)));
    if (packed.length <= mostPackedBytes) return hexOf(packed);
  }
  return null;
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
function hexOf(bytes: Uint8Array): string {
  let hex = "";
  for (const byte of bytes) hex += hexOfByte[byte];
  return hex;
}

function pack(exchanges: readonly Exchange[]): Uint8Array {
  const text = encoder.encode(JSON.stringify(exchanges));
  const deflated = deflateRawSync(text, {
    dictionary: dictionaryBytes,
    windowBits: 14,
    memLevel: 6,
    level: 4,
  });
  const packed = new Uint8Array(deflated.length + 1);
  packed[0] = packedVersion;
  packed.set(deflated, 1);
  return packed;
}

function shortened({ request, answer }: Exchange, most: number): Exchange {
  if (most === Infinity) return { request, answer };
  return {
    request: request.body === null ? request : { ...request, ...cut(request, request.body, most) },
    answer: answer === null ? null : { ...answer, ...cut(answer, answer.body, most) },
  };
}

function cut({ is_cut }: { is_cut?: true }, body: string, most: number): { body: string; is_cut?: true } {
  const { text, isCut } = excerpt(body, most);
  return { body: text, ...(isCut || is_cut === true ? { is_cut: true } : {}) };
}
