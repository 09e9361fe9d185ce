/** Workerd's sockets listen on 127.0.0.1 only and do not tell a Worker its peer: whoever calls, calls from here. */
const socketAddress = "127.0.0.1";

/** What Cloudflare would say of a caller. A caller's own `MF-CF-Blob` header (JSON) goes before it. */
const callerProperties = {
  country: "IN",
  city: "Bengaluru",
  region: "Karnataka",
  regionCode: "KA",
  timezone: "Asia/Kolkata",
  continent: "AS",
  asn: 24560,
  asOrganization: "Airtel Broadband",
};

/** The request as the edge would hand it over: with `cf`, and with an address unless the client brought one. */
export function asFromEdge(request: Request): Request {
  const addressed = request.headers.has("cf-connecting-ip");
  if (addressed && request.cf !== undefined) return request;
  const headers = new Headers(request.headers);
  if (!addressed) headers.set("cf-connecting-ip", socketAddress);
  return new Request(request, { headers, cf: request.cf ?? callerProperties });
}
