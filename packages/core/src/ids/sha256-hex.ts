import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

const encoder = new TextEncoder();

/** SHA-256 of a text's UTF-8 in small hexadecimal letters, as ad platforms are told contact details. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(encoder.encode(text)));
