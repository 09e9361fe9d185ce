import { isPublicAddress } from "./is-public-address.ts";

/** Why an address is never called. */
export type RefusedUrl =
  | "not_a_url"
  | "scheme"
  | "port"
  | "userinfo"
  | "private_address"
  | "ip_literal"
  | "no_dot"
  | "refused_name"
  | "own_host";

export interface UrlRules {
  /** `ALLOW_PRIVATE_DESTINATIONS`: opens http, every port, private names and addresses, for local use. */
  allowPrivate: boolean;
  /** The deployment's own `host[:port]` (from `PUBLIC_URL`), or null when unknown. */
  ownHost: string | null;
}

/** Names that resolve inside (RFC 6762, 6761, 8375, ICANN's .internal) or to whatever address they spell. */
const refusedNames = [
  "internal",
  "local",
  "localhost",
  "localdomain",
  "home.arpa",
  "nip.io",
  "sslip.io",
  "localtest.me",
  "1u.ms",
];

/**
 * Decides whether a destination may be called. Parses first: `new URL()` turns decimal, octal, hex, short and full-width
 * spellings of an address into one. Workers cannot pin DNS, so a public name that resolves inside is not caught here.
 */
export function checkUrl(text: string, rules: UrlRules): { url: URL } | { refused: RefusedUrl } {
  const url = URL.parse(text);
  if (url === null) return { refused: "not_a_url" };
  const host = url.hostname.replace(/\.+$/, "");
  const refused = rules.allowPrivate ? refusedAnywhere(url, host, rules) : refusedInPublic(url, host, rules);
  return refused === null ? { url } : { refused };
}

function refusedAnywhere(url: URL, host: string, { ownHost }: UrlRules): RefusedUrl | null {
  if (!/^https?:$/.test(url.protocol)) return "scheme";
  if (url.username !== "" || url.password !== "") return "userinfo";
  if (ownHost !== null && hostAndPort(url, host) === ownHost.toLowerCase()) return "own_host";
  return null;
}

function refusedInPublic(url: URL, host: string, { ownHost }: UrlRules): RefusedUrl | null {
  if (url.protocol !== "https:") return "scheme";
  if (url.port !== "") return "port";
  if (url.username !== "" || url.password !== "") return "userinfo";
  const literal = addressOf(host);
  if (literal !== null) return isPublicAddress(literal) ? "ip_literal" : "private_address";
  if (!host.includes(".")) return refusedNames.includes(host) ? "refused_name" : "no_dot";
  if (refusedNames.some((name) => isWithin(host, name))) return "refused_name";
  if (ownHost !== null && isWithin(host, ownHost.toLowerCase().replace(/:\d+$/, ""))) return "own_host";
  return null;
}

const isWithin = (host: string, zone: string) => host === zone || host.endsWith(`.${zone}`);

const hostAndPort = (url: URL, host: string) => (url.port === "" ? host : `${host}:${url.port}`);

/** The address a canonical host spells, or null for a name. */
function addressOf(host: string): string | null {
  if (host.startsWith("[")) return host.slice(1, -1);
  return /^\d+(\.\d+){3}$/.test(host) ? host : null;
}
