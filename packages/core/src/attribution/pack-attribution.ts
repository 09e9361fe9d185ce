import { trackingParameters, type Attribution } from "@leadrelay/contracts/attribution";
import { keptValue } from "./kept-value.ts";
import { pageAddress } from "./page-address.ts";
import { trackingIn } from "./tracking-in.ts";

/** What the row says beside, which is not stored again. */
export interface Beside {
  page_url: string | null;
  referrer: string | null;
}

const nothing: Beside = { page_url: null, referrer: null };

/** The page that the row says led there is the site's own, and so is none: a bit of its own, that no value belongs to. */
const ownPage = "own page";
/** So many parameters there were when that bit was added. */
const before = 12;

/** Bits of stored attributions are places in this list: a name more goes behind the others. */
const places = [
  "referrer",
  "landing_page",
  ...trackingParameters.slice(0, before),
  ownPage,
  ...trackingParameters.slice(before),
] as const;
const ownBit = places.indexOf(ownPage);

/**
 * An attribution as a row keeps it: `[which, …values]`, where bit n of `which` says that the n-th is not what `readAttribution` would
 * take it for, and stands among the values; `[]` where all is. What an address says in its query is not stored again.
 */
export function packAttribution(attribution: Attribution, beside: Beside = nothing): string {
  const plain = packed(attribution, beside, 0);
  const own = pageAddress(beside.referrer);
  if (attribution.referrer !== null || own === null) return plain;
  const flagged = packed({ ...attribution, referrer: own }, beside, 2 ** ownBit);
  return flagged.length < plain.length ? flagged : plain;
}

function packed(attribution: Attribution, beside: Beside, flags: number): string {
  const usual = usualAttribution(attribution, beside);
  let which = flags;
  const values: (string | null)[] = [];
  places.forEach((name, index) => {
    if (name === ownPage || attribution[name] === usual[name]) return;
    which += 2 ** index;
    values.push(attribution[name]);
  });
  return which === 0 ? "[]" : JSON.stringify([which, ...values]);
}

/** What `packAttribution` wrote, as JSON reads it. */
export type PackedAttribution = [which?: number, ...values: (string | null)[]];

/** The attribution that was packed beside the same. */
export function readAttribution(stored: PackedAttribution, beside: Beside = nothing): Attribution {
  const read = unpacked(stored, beside);
  const [which = 0] = stored;
  return Math.floor(which / 2 ** ownBit) % 2 === 1 ? { ...read, referrer: null } : read;
}

function unpacked([which = 0, ...values]: PackedAttribution, beside: Beside): Attribution {
  const stored = new Map<string, string | null>();
  places.forEach((name, index) => {
    if (name !== ownPage && Math.floor(which / 2 ** index) % 2 === 1)
      stored.set(name, values[stored.size] ?? null);
  });
  const valueOf = (name: keyof Attribution, usual: Attribution) =>
    stored.has(name) ? (stored.get(name) ?? null) : usual[name];
  const told: Pick<Attribution, "referrer" | "landing_page"> = { referrer: null, landing_page: null };
  told.referrer = valueOf("referrer", usualAttribution(told, beside));
  told.landing_page = valueOf("landing_page", usualAttribution(told, beside));
  const usual = usualAttribution(told, beside);
  return Object.fromEntries(
    [...trackingParameters, "landing_page" as const, "referrer" as const].map((name) => [
      name,
      valueOf(name, usual),
    ]),
  ) as Attribution;
}

/** What one most likely says whose two addresses are these, whatever rules were in force: rows of any time are read by it. */
function usualAttribution(
  { referrer, landing_page }: Pick<Attribution, "referrer" | "landing_page">,
  beside: Beside,
): Attribution {
  const told = { ...trackingIn(referrer, keptValue), ...trackingIn(landing_page, keptValue) };
  return {
    ...(Object.fromEntries(trackingParameters.map((name) => [name, told[name] ?? null])) as Attribution),
    referrer: pageAddress(beside.referrer),
    landing_page: pageAddress(beside.page_url) ?? referrer,
  };
}
