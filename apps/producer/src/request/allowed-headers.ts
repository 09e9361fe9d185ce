const alwaysAllowed = ["Content-Type", "Accept", "Idempotency-Key", "X-Requested-With"];
const alwaysAllowedNames = new Set(alwaysAllowed.map((name) => name.toLowerCase()));

/** A field name of RFC 9110, of a length that real ones have. */
const headerName = /^[!#$%&'*+.^_`|~0-9a-z-]{1,100}$/i;
/** Tracing and monitoring scripts add some ten. */
const mostAsked = 50;

/**
 * The value of `Access-Control-Allow-Headers`: the headers we name ourselves, then those that the browser asked for,
 * as far as they are names of headers. Which headers a script adds is no reason to lose a lead.
 */
export function allowedHeaders(asked: string | null): string {
  if (asked === null) return alwaysAllowed.join(", ");
  const names = asked.split(",").map((name) => name.trim().toLowerCase());
  const added = new Set(names.filter((name) => headerName.test(name) && !alwaysAllowedNames.has(name)));
  return [...alwaysAllowed, ...[...added].slice(0, mostAsked)].join(", ");
}
