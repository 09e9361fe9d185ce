import { inflateRawSync } from "./zlib.ts";
import { exchangesSchema, type Exchange } from "@leadrelay/contracts/exchange";
import { dictionaryBytes, packedVersion } from "./pack-exchanges.ts";

/** More than any try's exchanges are, packed or not. */
const mostBytes = 1024 * 1024;

/** What `packExchanges` packed; null where this version cannot read it. Never throws. */
export function unpackExchanges(packed: Uint8Array): Exchange[] | null {
  if (packed[0] !== packedVersion) return null;
  try {
    const text = inflateRawSync(packed.subarray(1), {
      dictionary: dictionaryBytes,
      maxOutputLength: mostBytes,
    });
    return exchangesSchema.parse(JSON.parse(new TextDecoder().decode(text)));
  } catch {
    return null;
  }
}
