import { withExactNumbers } from "./exact-numbers.ts";

/** A list, an object, or a byte order mark before one. */
const opensJson = /^\uFEFF?\s*[[{]/;

const decoder = new TextDecoder();

/** Whether bytes begin as JSON's lists and objects do. */
export const isJsonText = (bytes: Uint8Array): boolean =>
  opensJson.test(decoder.decode(bytes.subarray(0, 64)));

/** A JSON text as a value; numbers that a double cannot hold, such as long ids, as the text that was written. undefined where it is none. */
export function readJsonValue(bytes: Uint8Array): unknown {
  const text = decoder.decode(bytes);
  try {
    const value: unknown = JSON.parse(text);
    const exact = withExactNumbers(text);
    return exact === undefined ? value : JSON.parse(exact);
  } catch {
    return undefined;
  }
}
