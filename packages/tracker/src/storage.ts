/** What is kept where the page may keep nothing: until it is left. */
const kept = new Map<string, string>();

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Of `localStorage`, which a browser may refuse at any time; `fallback` where there is nothing, or nothing of ours. */
export function read<Value>(key: string, fallback: Value): Value {
  try {
    return JSON.parse(stored(key) ?? kept.get(key) ?? "");
  } catch {
    return fallback;
  }
}

export function write(key: string, value: unknown): void {
  const text = JSON.stringify(value);
  kept.set(key, text);
  try {
    localStorage.setItem(key, text);
  } catch {
    // Full, or not allowed: it lasts as long as the page.
  }
}
