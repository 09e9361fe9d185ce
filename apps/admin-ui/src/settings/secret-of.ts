/** The secret of an `otpauth://` address, in groups of four as people type it. */
export function secretOf(uri: string): string {
  const secret = URL.parse(uri)?.searchParams.get("secret") ?? "";
  return secret.replaceAll(/(.{4})(?=.)/g, "$1 ");
}
