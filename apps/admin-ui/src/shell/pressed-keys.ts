/** As much of a press as decides what it means. */
interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** How long a chord waits for its second key. */
const chordMs = 1_200;

/** The chord that a press begins: its first key, and since when. */
export interface Begun {
  key: string;
  at: number;
}

/**
 * What a press says to the table of keys: "j", "?", "g l", "mod+k"; null for nothing that could stand there.
 * `begins` is the first key of a chord that waits for its second.
 */
export function pressedKeys(
  { key, ctrlKey, metaKey, altKey }: Press,
  begun: Begun | null,
  now: number,
): { keys: string | null; begins: Begun | null } {
  const nothing = { keys: null, begins: null };
  if (altKey || (ctrlKey && metaKey)) return nothing;
  if (ctrlKey || metaKey) return { keys: `mod+${key.toLowerCase()}`, begins: null };
  if (begun !== null && now - begun.at < chordMs && key.length === 1)
    return { keys: `${begun.key} ${key.toLowerCase()}`, begins: null };
  if (key === "g") return { keys: null, begins: { key, at: now } };
  return key === "Shift" ? { keys: null, begins: begun } : { keys: key, begins: null };
}
