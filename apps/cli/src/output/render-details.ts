import { hang } from "./hang.ts";
import type { Paint } from "./paint.ts";
import { textWidth } from "./text-width.ts";

/** Names and what they are, one below the other; what is undefined is left out. Where lines have a width they are wrapped between words. Ends with a line feed. */
export function renderDetails(
  entries: readonly (readonly [name: string, value: string | number | null | undefined])[],
  paint: Paint,
): string {
  const given = entries.filter(([, value]) => value !== undefined);
  const width = Math.max(0, ...given.map(([name]) => textWidth(name)));
  const lines = given.map(([name, value]) => {
    const text = value === undefined || value === null || value === "" ? "–" : String(value);
    return hang(`${paint("dim", name.padEnd(width))}  `, text, paint, width + 2);
  });
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
