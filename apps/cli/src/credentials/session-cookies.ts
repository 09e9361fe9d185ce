/** Cookies as they would be sent after these answers, by name; one with `Max-Age=0` is gone. */
export function mergeCookies(
  known: ReadonlyMap<string, string>,
  setCookies: readonly string[],
): Map<string, string> {
  const merged = new Map(known);
  for (const line of setCookies) {
    const [pair = "", ...attributes] = line.split(";");
    const at = pair.indexOf("=");
    const name = pair.slice(0, at).trim();
    const isGone = attributes.some((attribute) => /^\s*max-age\s*=\s*0\s*$/i.test(attribute));
    if (isGone) merged.delete(name);
    else if (at > 0) merged.set(name, pair.slice(at + 1).trim());
  }
  return merged;
}

/** The `Cookie` header of these. */
export const cookieHeader = (cookies: ReadonlyMap<string, string>): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
