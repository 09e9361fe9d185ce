/** `A. M.` of Anna Müller. */
export function maskName(name: string): string {
  const initials = name.split(/\s+/u).flatMap((word) => word.match(/\p{L}/u) ?? []);
  return initials.length === 0 ? "•••" : initials.map((letter) => `${letter.toUpperCase()}.`).join(" ");
}
