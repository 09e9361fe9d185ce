/** When a UUIDv7 was made, ms UTC; undefined for what is none. */
export function timeOfId(id: string): number | undefined {
  const found = /^([\da-f]{8})-([\da-f]{4})-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i.exec(id);
  return found === null ? undefined : Number.parseInt(`${found[1]}${found[2]}`, 16);
}
