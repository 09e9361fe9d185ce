import { keysTexts } from "../texts/keys.ts";
import { TextField } from "../ui/text-field.tsx";

const words = keysTexts.making;

/** The end of a day such as `2026-12-31` by the clock of whoever looks, ms UTC; null where none is chosen. */
export const endOfDay = (day: string): number | null =>
  day === "" ? null : new Date(`${day}T23:59:59`).getTime();

/** The day of a moment by the clock of whoever looks; empty where there is none. */
export function dayOfEnd(at: number | null): string {
  if (at === null) return "";
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Until which day a key works. */
export const KeyEndField = ({ value, onChange }: { value: string; onChange: (day: string) => void }) => (
  <TextField
    label={words.expires}
    help={words.expiresHelp}
    type="date"
    min={new Date().toISOString().slice(0, 10)}
    value={value}
    onChange={({ target }) => onChange(target.value)}
  />
);
