import { tried } from "./tried.ts";

/** What is kept where the page may keep nothing: until it is left. */
const kept = new Map<string, string>();

const stored = (key: string) => tried(() => localStorage.getItem(key));

/** Of `localStorage`, which a browser may refuse at any time; `fallback` where there is nothing, or nothing of ours. */
export function read<Value>(key: string, fallback: Value): Value {
  return tried(() => JSON.parse(stored(key) ?? kept.get(key) ?? "")) ?? fallback;
}

export function write(key: string, value: unknown): void {
  const text = JSON.stringify(value);
  kept.set(key, text);
  // Full, or not allowed: it lasts as long as the page.
  tried(() => localStorage.setItem(key, text));
}
