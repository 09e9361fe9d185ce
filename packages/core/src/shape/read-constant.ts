import { shapeLimits, type Constant } from "@leadrelay/contracts/shape";
import { WrongShape } from "./shape-problem.ts";

/** A text, a number, true, false or null. Throws `WrongShape` for all else, and for a text that is too long. */
export function readConstant(value: unknown, at: string, most: number = shapeLimits.text): Constant {
  if (typeof value === "string") {
    if (value.length > most) throw new WrongShape(at, `is longer than ${most} characters`);
    return value;
  }
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value === "boolean" || value === null) return value;
  throw new WrongShape(at, "should be a text, a number, true, false or null");
}
