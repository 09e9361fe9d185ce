import { cleanText } from "./clean-text.ts";
import { depthLimit } from "./body-limits.ts";
import { utf8Length } from "./encode-utf8.ts";

export interface JsonFindings {
  tooDeep: boolean;
  /** Some string holds control characters, or half a surrogate pair, which UTF-8 cannot. */
  spoilt: boolean;
  wellFormed: boolean;
  /** Names and scalar values in UTF-8, and a byte for each member: brackets alone could fill a message. 0: not counted. */
  dataBytes: number;
  /** Names with a value, in all objects. */
  members: number;
  /** Some value is a number. */
  numbers: boolean;
}

/** What makes a string other than its part of the JSON text, and the controls that JSON takes unescaped. */
const escapes = /[\\\x7f-\x9f]/;

/** Whether a string in a JSON text, parsed before, may be spoilt: one look at the whole spares one at each. */
const maySpoil = (text: string) => escapes.test(text) || !text.isWellFormed();

/** Walks a parsed JSON value once, without recursion. @param counts Whether its bytes are asked for: that takes longest. */
export function inspectJson(root: object, text: string, counts: boolean): JsonFindings {
  const findings = {
    tooDeep: false,
    spoilt: false,
    wellFormed: true,
    dataBytes: 0,
    members: 0,
    numbers: false,
  };
  const looks = maySpoil(text);
  const waiting: { value: object; depth: number }[] = [{ value: root, depth: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    if (depth > depthLimit) return { ...findings, tooDeep: true };
    const isArray = Array.isArray(value);
    const entries = Object.entries(value) as [string, unknown][];
    if (!isArray) findings.members += entries.length;
    for (const [name, member] of entries) {
      if (counts) findings.dataBytes += 1 + (isArray ? 0 : utf8Length(name)) + scalarBytes(member);
      if (looks && !isArray) inspectText(name, findings);
      if (typeof member === "string") {
        if (looks) inspectText(member, findings);
      } else if (typeof member === "number") findings.numbers = true;
      else if (typeof member === "object" && member !== null)
        waiting.push({ value: member, depth: depth + 1 });
    }
  }
  return findings;
}

const scalarBytes = (value: unknown) =>
  typeof value === "object" && value !== null ? 0 : utf8Length(String(value));

function inspectText(text: string, findings: JsonFindings): void {
  findings.wellFormed &&= text.isWellFormed();
  findings.spoilt ||= !findings.wellFormed || cleanText(text) !== text;
}

/** The same value with its names and texts cleaned, and each lone surrogate replaced. The depth was checked before. */
export function cleanedJson(value: unknown): unknown {
  if (typeof value === "string") return cleaned(value);
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(cleanedJson);
  const copy = Object.create(null) as Record<string, unknown>;
  for (const [name, member] of Object.entries(value)) copy[cleaned(name)] = cleanedJson(member);
  return copy;
}

const cleaned = (text: string) => cleanText(text).toWellFormed();
