// A receiver of LeadRelay's webhooks in Node 20 or newer, without packages.
// LEADRELAY_SECRETS="whsec_new whsec_old" SIGNATURE=standard PORT=8080 node receiver.mjs
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

const secrets = (process.env.LEADRELAY_SECRETS ?? "").split(" ").filter(Boolean);
const scheme = process.env.SIGNATURE ?? "standard";
const header = (process.env.SIGNATURE_HEADER ?? "X-LeadRelay-Signature").toLowerCase();
const toleranceSeconds = 300;
const mostBytes = 1024 * 1024;

/** Equal in constant time; of another length is simply not equal, where timingSafeEqual alone would throw. */
const isEqual = (one, other) => one.length === other.length && timingSafeEqual(one, other);

/** Standard Webhooks 1.0.0: base64 HMAC-SHA256 of `id.timestamp.body`, by the bytes behind `whsec_`. */
function verifyStandard(headers, body) {
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": given = "" } = headers;
  if (!id || !/^\d{1,12}$/.test(timestamp ?? "")) return false;
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > toleranceSeconds) return false;
  const signatures = given.split(" ");
  return secrets.some((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
    const expected = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest("base64");
    return signatures.some((one) => isEqual(Buffer.from(one), Buffer.from(`v1,${expected}`)));
  });
}

/** HMAC-SHA256 of the body in hexadecimal, by the secret's text; in the overlap of a rotation the new secret's stands in `…-New`. */
function verifyBody(headers, body) {
  const signatures = [headers[header], headers[`${header}-new`]].filter(Boolean);
  return secrets.some((secret) => {
    const expected = createHmac("sha256", secret).update(body).digest("hex");
    return signatures.some((one) => isEqual(Buffer.from(one), Buffer.from(expected)));
  });
}

const seen = new Set(); // Keep this where it outlives the process: a delivery may come twice.

function take({ delivery_id: id }, event) {
  if (seen.has(id)) return;
  seen.add(id);
  console.log("took", event, id);
}

async function receive(request, response) {
  const parts = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes <= mostBytes) parts.push(part);
  }
  const body = Buffer.concat(parts);
  const verify = scheme === "standard" ? verifyStandard : verifyBody;
  if (bytes > mostBytes || !verify(request.headers, body)) {
    response.writeHead(bytes > mostBytes ? 413 : 401).end();
    return;
  }
  // Only now is it read: nothing of an unverified body is looked at.
  const { type, event = type, data } = JSON.parse(body.toString());
  take(data, event);
  response.writeHead(204).end();
}

createServer((request, response) => {
  // A sender that goes away in the middle ends its own request, and nothing else.
  receive(request, response).catch(() => response.destroy());
}).listen(Number(process.env.PORT ?? 8080), "127.0.0.1");
