import { depthLimit } from "./body-limits.ts";
import { utf8Length } from "./decode-text.ts";

export interface JsonFindings {
  tooDeep: boolean;
  hasNul: boolean;
  /** false: a string holds half a surrogate pair, which UTF-8 cannot. */
  wellFormed: boolean;
  /** Names and scalar values in UTF-8, and a byte for each member: brackets alone could fill a message. */
  dataBytes: number;
}

/** Walks a parsed JSON value once, without recursion. */
export function inspectJson(root: object): JsonFindings {
  const findings = { tooDeep: false, hasNul: false, wellFormed: true, dataBytes: 0 };
  const waiting: { value: object; depth: number }[] = [{ value: root, depth: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    if (depth > depthLimit) return { ...findings, tooDeep: true };
    const isArray = Array.isArray(value);
    for (const [name, member] of Object.entries(value) as [string, unknown][]) {
      findings.dataBytes += 1;
      if (!isArray) inspectText(name, findings);
      if (typeof member === "string") inspectText(member, findings);
      else if (typeof member === "object" && member !== null)
        waiting.push({ value: member, depth: depth + 1 });
      else findings.dataBytes += String(member).length;
    }
  }
  return findings;
}

function inspectText(text: string, findings: JsonFindings): void {
  findings.dataBytes += utf8Length(text);
  findings.hasNul ||= text.includes("\0");
  findings.wellFormed &&= text.isWellFormed();
}

/** The same value with each lone surrogate replaced. The depth was checked before. */
export function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(wellFormed);
  const copy = Object.create(null) as Record<string, unknown>;
  for (const [name, member] of Object.entries(value)) copy[name.toWellFormed()] = wellFormed(member);
  return copy;
}
