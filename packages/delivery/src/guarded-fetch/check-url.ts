import { formKeyIn } from "./form-key-in.ts";
import { isImpossibleName } from "./is-impossible-name.ts";
import { isPublicAddress } from "./is-public-address.ts";
import { isRefusedName } from "./is-refused-name.ts";

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
  | "own_host"
  | "own_form";

export interface UrlRules {
  /** `ALLOW_PRIVATE_DESTINATIONS`: opens http, every port, private names and addresses, for local use. */
  allowPrivate: boolean;
  /** The deployment's own `host[:port]`s, from `PUBLIC_URL` and `PUBLIC_INTAKE_URL`, as far as they are known. */
  ownHosts: readonly string[];
}

/**
 * Decides by its text whether a destination may be called. Parses first: `new URL()` turns decimal, octal, hex, short and full-width
 * spellings of an address into one. Where its name leads is asked by `judge-url.ts`.
 */
export function checkUrl(text: string, rules: UrlRules): { url: URL } | { refused: RefusedUrl } {
  const url = URL.parse(text);
  if (url === null) return { refused: "not_a_url" };
  const host = url.hostname.replace(/\.+$/, "");
  const refuse = rules.allowPrivate ? refusedAnywhere : refusedInPublic;
  const refused = refuse(url, host, rules) ?? refusedForm(url);
  return refused === null ? { url } : { refused };
}

function refusedAnywhere(url: URL, host: string, { ownHosts }: UrlRules): RefusedUrl | null {
  if (!/^https?:$/.test(url.protocol)) return "scheme";
  if (url.username !== "" || url.password !== "") return "userinfo";
  if (ownHosts.some((own) => hostAndPort(url, host) === own.toLowerCase())) return "own_host";
  return isImpossible(url, host) ? "refused_name" : null;
}

function refusedInPublic(url: URL, host: string, { ownHosts }: UrlRules): RefusedUrl | null {
  if (url.protocol !== "https:") return "scheme";
  if (url.port !== "") return "port";
  if (url.username !== "" || url.password !== "") return "userinfo";
  const literal = addressOf(host);
  if (literal !== null) return isPublicAddress(literal) ? "ip_literal" : "private_address";
  if (ownHosts.some((own) => isWithin(host, own.toLowerCase().replace(/:\d+$/, "")))) return "own_host";
  if (isRefusedName(host) || isImpossible(url, host)) return "refused_name";
  return host.includes(".") ? null : "no_dot";
}

/** What we send to a form comes back as a new lead, for ever. Keys that we make up tell a form from other services' `/f/…`. */
const refusedForm = (url: URL): RefusedUrl | null =>
  formKeyIn(url)?.startsWith("frm_") === true ? "own_form" : null;

/** One dot at its end is the root's, two have an empty label between them. */
const isImpossible = (url: URL, host: string) => isImpossibleName(host) || url.hostname.endsWith("..");

const isWithin = (host: string, zone: string) => host === zone || host.endsWith(`.${zone}`);

const hostAndPort = (url: URL, host: string) => (url.port === "" ? host : `${host}:${url.port}`);

/** The address a canonical host spells, or null for a name. */
function addressOf(host: string): string | null {
  if (host.startsWith("[")) return host.slice(1, -1);
  return /^\d+(\.\d+){3}$/.test(host) ? host : null;
}
