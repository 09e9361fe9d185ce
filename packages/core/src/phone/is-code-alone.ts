import { plainNumber } from "./plain-number.ts";
import { readRegion } from "./read-region.ts";

const longestCode = 100;

/** Whether a phone field holds only what a form filled in before anybody typed: `+91`, `0091`, `+44 (0)`, `India (+91)`, `+1-246`. */
export function isCodeAlone(typed: string): boolean {
  const text = plainNumber(typed.trim());
  if (text === undefined || text.length > longestCode) return false;
  const code = text.replace(/\(\s*0\s*\)\s*$/, "");
  return (/^\D*(?:\+|00)/.test(code) || !/\d/.test(code)) && readRegion(code) !== undefined;
}
