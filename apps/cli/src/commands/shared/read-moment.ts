const units: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** `30m`, `2h`, `7d` as milliseconds; null for anything else. */
export function readDuration(text: string): number | null {
  const [, count, unit = ""] = /^(\d{1,5})([smhdw])$/.exec(text.trim()) ?? [];
  const unitMs = units[unit];
  return unitMs === undefined ? null : Number(count) * unitMs;
}

/**
 * A moment as people write it: `30m`, `2h`, `7d` (so long ago), `2026-11-21`, `2026-11-21 14:00` (in the machine's own
 * time), or ISO 8601 with a zone. Milliseconds UTC; null for anything else.
 */
export function readMoment(text: string, now: number): number | null {
  const ago = readDuration(text);
  if (ago !== null) return now - ago;
  const [, date, time = "00:00", zone = ""] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/.exec(text.trim()) ?? [];
  if (date === undefined) return null;
  const at = new Date(`${date}T${time}${zone}`).getTime();
  return Number.isNaN(at) ? null : at;
}
