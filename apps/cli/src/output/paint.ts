import { styleText } from "node:util";
import type { Environment, OutputStream } from "../outside/outside.ts";

export type Format = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** Colours a text, or leaves it as it is. */
export type Paint = (format: Format, text: string) => string;

const painted: Paint = (format, text) => styleText(format, text, { validateStream: false });
export const plain: Paint = (_format, text) => text;

/** Colours only where a person reads them and has not refused them (no-color.org). */
export function paintFor(stream: OutputStream, env: Environment): Paint {
  const refused = (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb";
  return stream.isTTY === true && !refused ? painted : plain;
}
