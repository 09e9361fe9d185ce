/** Of each unit its bytes, and from how many on it is used: what would be rounded up to a thousand is said in the next. */
const units = [
  { unit: "GB", unitBytes: 1e9, from: 999_950_000 },
  { unit: "MB", unitBytes: 1e6, from: 999_950 },
  { unit: "KB", unitBytes: 1e3, from: 1_000 },
] as const;

/** A size in words, in thousands and tenths: `8.6 GB`, `40 MB`, `12 KB`, `500 bytes`. Negative ones count as positive. */
export function sayBytes(bytes: number): string {
  const size = Math.round(Math.abs(bytes));
  const found = units.find(({ from }) => size >= from);
  if (found === undefined) return `${size} ${size === 1 ? "byte" : "bytes"}`;
  return `${Math.round((size / found.unitBytes) * 10) / 10} ${found.unit}`;
}
