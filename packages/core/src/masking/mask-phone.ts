/** Of a number this short two digits would be too many. */
const fewestDigits = 6;

/** `•••99`: the last two digits, as banks show a card. */
export function maskPhone(phone: string): string {
  const digits = phone.match(/\p{Nd}/gu) ?? [];
  return digits.length < fewestDigits ? "•••" : `•••${digits.slice(-2).join("")}`;
}
