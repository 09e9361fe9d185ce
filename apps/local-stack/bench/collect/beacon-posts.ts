import type { FormPosts } from "../load/form-posts.ts";

const variety = 5_000;
const eventsABeacon = 10;

const numberOf = (visitor: number) => String(visitor).padStart(8, "0");

/** A beacon of ten page views as a browser sends it. */
function beaconPost(visitor: number): Uint8Array {
  const body = JSON.stringify({
    v: 1,
    form: "frm_bench",
    visitor: `visitor-${numberOf(visitor)}`,
    session: `session-${numberOf(visitor)}`,
    returns: 0,
    page: "https://www.example.com/?utm_source=google",
    events: Array.from({ length: eventsABeacon }, (_, index) => ({
      kind: "page_view",
      number: index + 1,
      at: index * 2_000,
      what: `/page-${index}`,
    })),
  });
  const head = [
    "POST /t/collect HTTP/1.1",
    "Host: leads.example.com",
    "Origin: https://www.example.com",
    `CF-Connecting-IP: 10.${(visitor >> 16) & 255}.${(visitor >> 8) & 255}.${visitor & 255}`,
    "Content-Type: text/plain;charset=UTF-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ].join("\r\n");
  return Buffer.from(`${head}\r\n\r\n${body}`);
}

/** Endless beacons, each of another session; after 5 000 they start over. */
export function beaconPosts(): FormPosts {
  const requests = Array.from({ length: variety }, (_, visitor) => beaconPost(visitor));
  let sent = 0;
  return { next: () => requests[sent++ % variety] ?? beaconPost(0) };
}
