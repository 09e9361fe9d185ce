// A receiver of LeadRelay's webhooks as a Cloudflare Worker, without packages.
// wrangler secret put LEADRELAY_SECRETS, with "whsec_new whsec_old"; SIGNATURE is a var.
const toleranceSeconds = 300;
const mostBytes = 1024 * 1024;

const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const bytesOfHex = (hex) => Uint8Array.from(hex.match(/../g), (pair) => Number.parseInt(pair, 16));

/** In constant time; a signature of another length is none. */
async function isSignature(keyBytes, signature, signed) {
  if (signature.length !== 32) return false;
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", keyBytes, algorithm, false, ["verify"]);
  return crypto.subtle.verify("HMAC", key, signature, signed);
}

function joined(before, body) {
  const start = new TextEncoder().encode(before);
  const all = new Uint8Array(start.length + body.byteLength);
  all.set(start);
  all.set(new Uint8Array(body), start.length);
  return all;
}

/** Standard Webhooks 1.0.0: base64 HMAC-SHA256 of `id.timestamp.body`, by the bytes behind `whsec_`. */
async function verifyStandard(headers, body, secrets) {
  const [id, timestamp] = [headers.get("webhook-id"), headers.get("webhook-timestamp") ?? ""];
  if (!id || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > toleranceSeconds) return false;
  const signed = joined(`${id}.${timestamp}.`, body);
  for (const given of (headers.get("webhook-signature") ?? "").split(" ")) {
    const [, base64] = /^v1,([A-Za-z0-9+/]{43}=)$/.exec(given) ?? [];
    if (base64 === undefined) continue;
    for (const secret of secrets)
      if (await isSignature(bytesOf(secret.replace(/^whsec_/, "")), bytesOf(base64), signed)) return true;
  }
  return false;
}

/** HMAC-SHA256 of the body in hexadecimal, by the secret's text; in the overlap of a rotation the new secret's stands in `…-New`. */
async function verifyBody(headers, body, secrets, header) {
  for (const given of [headers.get(header), headers.get(`${header}-New`)]) {
    if (!/^[0-9a-f]{64}$/.test(given ?? "")) continue;
    for (const secret of secrets)
      if (await isSignature(new TextEncoder().encode(secret), bytesOfHex(given), body)) return true;
  }
  return false;
}

export default {
  async fetch(request, env) {
    const secrets = (env.LEADRELAY_SECRETS ?? "").split(" ").filter(Boolean);
    const body = await request.arrayBuffer();
    if (body.byteLength > mostBytes) return new Response(null, { status: 413 });
    const isOurs =
      env.SIGNATURE === "body_hmac"
        ? await verifyBody(request.headers, body, secrets, env.SIGNATURE_HEADER ?? "X-LeadRelay-Signature")
        : await verifyStandard(request.headers, body, secrets);
    if (!isOurs) return new Response(null, { status: 401 });
    // Only now is it read: nothing of an unverified body is looked at. Keep delivery_id in a table with a unique key: a delivery may come twice.
    const { type, event = type, data } = JSON.parse(new TextDecoder().decode(body));
    console.log("took", event, data.delivery_id);
    return new Response(null, { status: 204 });
  },
};
