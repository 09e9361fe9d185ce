import { echoing, saying } from "../dead-letters/said-names.ts";
import { saidWords } from "./said-words.ts";

/** What an answer says at a place. */
export interface Said {
  /** As response rules write it: `data.result`; null: of a whole text, or a place that is not the same each time. */
  path: string | null;
  /** Of the place, without its case and signs. */
  name: string;
  words: string;
  /** As it stands there, where that is one word. */
  value?: string;
}

/** Beyond what errors have: what is said of a lead by a word, or yes and no. */
const alsoSaying = new Set(
  "ok success successful succeeded accepted rejected refused declined duplicate isduplicate valid isvalid failed failure outcome decision disposition verdict state response answer".split(
    " ",
  ),
);
const isSaying = (name: string) => saying.has(name) || alsoSaying.has(name);

const mostItems = 20;
const deepest = 6;
/** Codes are small; larger numbers are ids and times. */
const largestCode = 1_000;

/** JSON's names in any order, and of values only what says something: not how many, not which id. */
export function jsonShape(json: unknown): { shape: string; said: Said[] } {
  const said: Said[] = [];
  const shape = shapeOf(json, { name: "", path: "", depth: 0 });
  return { shape: `json ${shape}`, said };

  function shapeOf(value: unknown, at: Place): string {
    if (at.depth > deepest) return "…";
    if (Array.isArray(value)) return shapeOfItems(value, at);
    if (typeof value === "object" && value !== null) return shapeOfMembers(Object.entries(value), at);
    return shapeOfScalar(value, at);
  }

  function shapeOfMembers(members: [string, unknown][], at: Place): string {
    const told = members.map(([key, value]) => {
      const name = key.toLowerCase().replaceAll(/[^a-z]/g, "");
      const shownKey = saidWords(key);
      const path =
        at.path === null || !/^[\w-]+$/.test(key) ? null : at.path === "" ? key : `${at.path}.${key}`;
      // Of what it gives back of the lead only that it does.
      if (echoing.has(name) && typeof value === "object") return `${shownKey}:{…}`;
      return `${shownKey}:${shapeOf(value, { name, path, depth: at.depth + 1 })}`;
    });
    return `{${[...new Set(told)].toSorted(byText).join(",")}}`;
  }

  function shapeOfItems(items: unknown[], at: Place): string {
    if (!isSaying(at.name) && at.depth > 0) {
      // What they say counts, how many they are does not.
      const inside = items
        .slice(0, mostItems)
        .map((one) => shapeOf(one, { ...at, path: null, depth: at.depth + 1 }));
      return inside.every((one) => !one.includes("="))
        ? "[]"
        : `[${[...new Set(inside)].toSorted(byText).join(",")}]`;
    }
    const inside = items
      .slice(0, mostItems)
      .map((one) => shapeOf(one, { ...at, path: null, depth: at.depth + 1 }));
    return `[${[...new Set(inside)].toSorted(byText).join(",")}]`;
  }

  function shapeOfScalar(value: unknown, { name, path, depth }: Place): string {
    if (depth > 0 && !isSaying(name)) return "·";
    if (value === null || value === "") return "=none";
    const words = wordsOf(value);
    const isWord =
      typeof value === "boolean" || (typeof value === "string" && words === value.toLowerCase().trim());
    said.push({ path, name, words, ...(isWord ? { value: String(value).trim() } : {}) });
    return `=${words}`;
  }
}

interface Place {
  name: string;
  path: string | null;
  depth: number;
}

function wordsOf(value: unknown): string {
  if (typeof value === "number")
    return Number.isInteger(value) && Math.abs(value) < largestCode ? `${value}` : "#";
  return saidWords(String(value));
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
