import type { AllowedHosts } from "@leadrelay/core/redirect/allowed-hosts";

/** CSP knows no addresses of version 6, and a name that holds more than this could end the directive. */
const plainHost = /^[a-z0-9._-]+$/;

/** Any page: what it frames has nothing to click on that anybody could be led to. */
export const anyPage = "'self' https: http:";

/**
 * Which pages may show the answer to a post of theirs in a frame, as CSP's `frame-ancestors` has it: a form may stand in one, and who
 * mistyped must see it there. Those that may read the answer (`cors.ts`). `http:` stands for https too.
 */
export function framedBy({ rules }: AllowedHosts): string {
  if (rules.length === 0) return anyPage;
  const hosts = rules
    .filter(({ hostname }) => plainHost.test(hostname))
    .map(
      ({ hostname, port, subdomains }) =>
        `http://${subdomains ? "*." : ""}${hostname}:${port === "" ? "*" : port}`,
    );
  return ["'self'", ...hosts].join(" ");
}
