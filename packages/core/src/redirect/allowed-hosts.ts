interface HostRule {
  hostname: string;
  /** '' stands for any port. */
  port: string;
  /** `*.example.com`: every subdomain, not the domain itself. */
  subdomains: boolean;
}

/** A form's hosts, prepared once so that a request compares strings only. */
export interface AllowedHosts {
  rules: readonly HostRule[];
  /** Origin of the first host that is not a wildcard; null when there is none. */
  firstOrigin: string | null;
}

export const noHosts: AllowedHosts = { rules: [], firstOrigin: null };

/** Reads `example.com`, `*.example.com`, `localhost:8789`; entries that are no host are left out. */
export function compileAllowedHosts(entries: readonly string[]): AllowedHosts {
  const rules = entries.map(parseRule).filter((rule) => rule !== undefined);
  const first = rules.find((rule) => !rule.subdomains);
  return { rules, firstOrigin: first === undefined ? null : originOf(first) };
}

function parseRule(entry: string): HostRule | undefined {
  const text = entry.trim().replace(/^https?:\/\//i, "");
  const subdomains = text.startsWith("*.");
  const url = URL.parse(`https://${subdomains ? text.slice(2) : text}`);
  if (url === null || url.hostname.includes("*")) return undefined;
  return { hostname: withoutTrailingDot(url.hostname), port: url.port, subdomains };
}

/** A machine's own hosts have no certificate. */
function originOf({ hostname, port }: HostRule): string {
  const scheme = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname) ? "http" : "https";
  return `${scheme}://${hostname}${port === "" ? "" : `:${port}`}`;
}

const withoutTrailingDot = (hostname: string) => (hostname.endsWith(".") ? hostname.slice(0, -1) : hostname);

/** The origin of an Origin or Referer header's value if its host is listed, else null. */
export function findListedOrigin(hosts: AllowedHosts, header: string): string | null {
  const url = URL.parse(header);
  return url !== null && allowsUrl(hosts, url) ? url.origin : null;
}

/** Only http(s) URLs without user info on a listed host are allowed. */
export function allowsUrl({ rules }: AllowedHosts, url: URL): boolean {
  if (url.protocol !== "https:" && url.protocol !== "http:") return false;
  if (url.username !== "" || url.password !== "") return false;
  const hostname = withoutTrailingDot(url.hostname);
  return rules.some(
    (rule) =>
      (rule.port === "" || rule.port === url.port) &&
      (rule.subdomains ? hostname.endsWith(`.${rule.hostname}`) : hostname === rule.hostname),
  );
}
