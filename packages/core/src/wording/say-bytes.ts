const units = [
  ["GB", 1e9],
  ["MB", 1e6],
  ["KB", 1e3],
] as const;

/** A size in words, in thousands: `8.6 GB`, `40 MB`, `12 KB`, `500 bytes`. Negative ones count as positive. */
export function sayBytes(bytes: number): string {
  const size = Math.abs(bytes);
  // What would be rounded up to a thousand is said in the next unit.
  const [unit, unitBytes] = units.find(([, from]) => size >= from * 0.9995) ?? [];
  if (unit === undefined) return `${Math.round(size)} ${Math.round(size) === 1 ? "byte" : "bytes"}`;
  const amount = size / unitBytes;
  return `${amount < 9.95 ? Math.round(amount * 10) / 10 : Math.round(amount)} ${unit}`;
}
