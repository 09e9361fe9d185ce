import type { SentRequest } from "@leadrelay/signing/test/sent-request";

/**
 * A request just as it came off the wire. `new Request()` would parse the address anew, refuse a body on a read and some texts in
 * headers; what comes in over a socket is handed over untouched.
 */
export function rawRequest({ method, url, body, headers: sent }: SentRequest): Request {
  const length = typeof body === "string" ? new TextEncoder().encode(body).length : body.byteLength;
  const request = new Request("https://relay.example", { method: "POST", body });
  const own = new Headers({ "content-length": String(length), "content-type": "application/json" });
  const headers = new Proxy(own, {
    get: (target, key) => {
      if (key === "get") return (name: string) => sent.get(name) ?? target.get(name);
      return bound(target, key);
    },
  });
  const shown: Partial<Record<PropertyKey, unknown>> = { method, url, headers };
  return new Proxy(request, {
    get: (target, key) => (key in shown ? shown[key] : bound(target, key)),
  });
}

function bound(target: object, key: PropertyKey): unknown {
  const value: unknown = Reflect.get(target, key, target);
  return typeof value === "function" ? (value.bind(target) as unknown) : value;
}
