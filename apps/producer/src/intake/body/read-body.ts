import type { Refusal } from "../../refusal.ts";
import { chooseParser } from "./choose-parser.ts";
import { emptyBody, type ParsedBody } from "./parsed-body.ts";
import { parseMultipart } from "./parse-multipart.ts";
import { readBytes } from "./read-bytes.ts";
import { readText } from "./read-text.ts";

/** Reads the body to its end, then as what its Content-Type says. Never throws for what the network sends. */
export async function readBody(request: Request): Promise<ParsedBody | Refusal> {
  const chosen = chooseParser(request.headers);
  if (chosen.kind === "text") {
    const read = await readText(request);
    if (read.kind === "refused") return read;
    return read.text.trim() === "" ? emptyBody : chosen.parse(read.text, read.byteLength);
  }
  const read = await readBytes(request);
  if (chosen.kind === "refused") return chosen;
  if (read.kind === "refused") return read;
  return parseMultipart(read.bytes, chosen.boundary);
}
