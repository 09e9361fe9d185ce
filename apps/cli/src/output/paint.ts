import { styleText } from "node:util";
import type { Environment, OutputStream } from "../outside/outside.ts";
import { textWidth } from "./text-width.ts";

export type Format = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** Colours a text, or leaves it as it is; knows how wide what it paints on is. */
export interface Paint {
  (format: Format, text: string): string;
  /** Columns of a terminal's line; undefined where lines are as long as they are. */
  readonly width?: number;
  /** How many columns a text takes that is printed, our commands as they must be typed here; as it is unless said. */
  readonly measure?: (text: string) => number;
}

const painted: Paint = (format, text) => styleText(format, text, { validateStream: false });
export const plain: Paint = (_format, text) => text;

/** Most terminals that do not say how wide they are. */
const usualWidth = 80;

/** Colours only where a person reads them and has not refused them (no-color.org), and a line's width there, unless `isWide`. */
export function paintFor(
  stream: OutputStream,
  env: Environment,
  isWide = false,
  measure: (text: string) => number = textWidth,
): Paint {
  const refused = (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb";
  const paint: Paint = (format, text) =>
    stream.isTTY === true && !refused ? painted(format, text) : plain(format, text);
  return stream.isTTY !== true || isWide
    ? paint
    : Object.assign(paint, { width: stream.columns ?? usualWidth, measure });
}
