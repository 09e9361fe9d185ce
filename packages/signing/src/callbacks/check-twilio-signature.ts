const encoder = new TextEncoder();

/**
 * Whether Twilio signed a request with this auth token: base64 HMAC-SHA1 over the address and the form's fields in order of their names
 * (twilio.com/docs/usage/security). @param urls the address as Twilio may have written it
 */
export async function checkTwilioSignature(
  signature: string,
  { urls, fields }: { urls: readonly string[]; fields: readonly (readonly [name: string, value: string])[] },
  authToken: string,
): Promise<boolean> {
  const given = bytesOf(signature);
  if (given === undefined) return false;
  const algorithm = { name: "HMAC", hash: "SHA-1" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(authToken), algorithm, false, ["verify"]);
  const said = fields
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => name + value)
    .join("");
  const checks = await Promise.all(
    urls.map((url) => crypto.subtle.verify("HMAC", key, given, encoder.encode(url + said))),
  );
  return checks.includes(true);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]{27}=$/.test(base64)) return undefined;
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
