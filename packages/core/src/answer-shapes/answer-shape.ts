import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { jsonShape, type Said } from "./json-shape.ts";
import { markupShape } from "./markup-shape.ts";
import { saidWords } from "./said-words.ts";

/** What a 2xx's body is like, without what differs from one lead to the next. */
export interface AnswerShape {
  /** 16 hex digits, the same for answers that say the same. */
  fingerprint: string;
  /** What it says, and where. */
  said: Said[];
}

/** Of a longer one the rest tells nothing, and a hostile one costs no more. */
const readCharacters = 8_000;
const fingerprintBytes = 8;

/** Of JSON its names and what stands where APIs say something; of a page its title and headings; of a text its words. */
export function answerShape(body: string): AnswerShape {
  const text = body.slice(0, readCharacters).trim();
  const { shape, said } = shapeOf(text);
  return {
    said,
    fingerprint: bytesToHex(sha256(new TextEncoder().encode(shape)).slice(0, fingerprintBytes)),
  };
}

interface Shaped {
  shape: string;
  said: Said[];
}

function shapeOf(text: string): Shaped {
  const json = readJson(text);
  if (json !== undefined) return jsonShape(json);
  if (text.startsWith("<")) return markupShape(text);
  if (/^[\w.-]+=[^\s&]*(?:&[\w.-]+=[^\s&]*)*$/.test(text))
    return jsonShape(Object.fromEntries(new URLSearchParams(text)));
  const words = saidWords(text);
  return { shape: `text ${words}`, said: words === "" ? [] : [{ path: null, name: "", words }] };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
