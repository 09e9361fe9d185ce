import { getAdapter } from "@leadrelay/adapters/registry";
import { apiProblem } from "../problems/api-problem.ts";

/**
 * A secret was given for the host it is sent to: whoever moves a destination elsewhere names it anew, or `null`. Else who may change
 * an address could have a secret sent to them that is shown to nobody. Throws the 422 that names each.
 */
export function requireAnew(
  kind: string,
  given: Readonly<Record<string, unknown>>,
  { until, from }: { until: Readonly<Record<string, unknown>>; from: unknown },
): void {
  const addresses = getAdapter(kind).addresses(from);
  const isMoved = addresses.some(({ setting, url }) => hostOf(until[setting]) !== hostOf(url));
  if (!isMoved) return;
  const { fields } = getAdapter(kind);
  const kept = Object.entries(until).filter(
    ([name, value]) =>
      fields[name]?.isSecret === true &&
      fields[name].type !== "url" &&
      !(name in given) &&
      value !== null &&
      value !== undefined &&
      keeps(from, name),
  );
  if (kept.length === 0) return;
  const detail = "was given for another host: give it anew, or null";
  const errors = kept.map(([name]) => ({ field: `settings.${name}`, detail }));
  const found = errors.map(({ field }) => `${field} ${detail}`).join("; ");
  throw apiProblem("invalid", `${found}.`, { errors });
}

/** One that ended with another that was given anew follows nobody. */
const keeps = (settings: unknown, name: string): boolean =>
  typeof settings === "object" &&
  settings !== null &&
  Object.entries(settings).some(([one, value]) => one === name && value != null);

const hostOf = (address: unknown): string | null =>
  typeof address === "string" ? (URL.parse(address)?.host ?? null) : null;
