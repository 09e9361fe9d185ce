import { text } from "node:stream/consumers";
import { usageFailure } from "../exit/failure.ts";
import type { InputStream } from "../outside/outside.ts";

/** Standard input to its end, without the last line feed. */
export async function readStdin(stdin: InputStream, what: string): Promise<string> {
  const given = (await text(stdin)).replace(/\r?\n$/, "");
  if (given === "") throw usageFailure(`Standard input was empty: ${what} was expected there.`);
  return given;
}
