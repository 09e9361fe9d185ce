import type { LeadQuery } from "../api.ts";
import { standWords } from "../format/state-words.ts";
import { periodOf, periodWords } from "./period.ts";

/** By what a list can be sorted; the API's words. */
export const sortWords = ["newest", "oldest", "last_seen", "name"] as const;

/** How suspicious leads may be, in words. */
export const bandWords = ["calm", "some", "high"] as const;
const bands: Readonly<Record<(typeof bandWords)[number], { from?: number; to?: number }>> = {
  calm: { to: 29 },
  some: { from: 30, to: 59 },
  high: { from: 60 },
};

/** What of the leads is looked at, and how: what the address says, and what a view keeps. */
export interface LeadView {
  layout?: "board" | undefined;
  stands?: (typeof standWords)[number] | undefined;
  stage?: string | undefined;
  form?: string | undefined;
  source?: string | undefined;
  campaign?: string | undefined;
  tests?: "only" | "none" | undefined;
  band?: (typeof bandWords)[number] | undefined;
  when?: string | undefined;
  sort?: (typeof sortWords)[number] | undefined;
  /** Ids of columns, by commas, in their order. */
  columns?: string | undefined;
}

/** What the address of the list may say. */
export interface LeadsSearch extends LeadView {
  /** The view that this was opened from. */
  view?: string | undefined;
  /** The lead beside the list. */
  open?: string | undefined;
}

/** Reads the address; whatever else somebody typed there is left out. Whom somebody searches for never stands in it. */
export function readLeadsSearch(search: Record<string, unknown>): LeadsSearch {
  const when = textOf(search["when"], 30);
  const isPeriod = periodWords.some((word) => word === when) || periodOf(when, 0) !== undefined;
  return {
    layout: oneOf(search["layout"], ["board"]),
    stands: oneOf(search["stands"], standWords),
    stage: textOf(search["stage"], 50),
    form: textOf(search["form"], 100),
    source: textOf(search["source"], 250),
    campaign: textOf(search["campaign"], 250),
    tests: oneOf(search["tests"], ["only", "none"]),
    band: oneOf(search["band"], bandWords),
    when: isPeriod ? when : undefined,
    sort: oneOf(search["sort"], sortWords),
    columns: textOf(search["columns"], 200),
    view: textOf(search["view"], 100),
    open: textOf(search["open"], 100),
  };
}

/** What of it is the view itself: without what is open, and without the client, whom every page's address names. */
export function viewOf(search: LeadsSearch): LeadView {
  const { layout, stands, stage, form, source, campaign, tests, band, when, sort, columns } = search;
  return { layout, stands, stage, form, source, campaign, tests, band, when, sort, columns };
}

/** How many filters are on. */
export const filtersIn = ({ stands, stage, form, source, campaign, tests, band, when }: LeadView): number =>
  [stands, stage, form, source, campaign, tests, band, when].filter((filter) => filter !== undefined).length;

/** What the API is asked for. */
export type LeadFilter = Omit<LeadQuery, "limit" | "cursor" | "export">;

/** A view as the API takes it. @param q whom somebody searches for */
export function filterOf(view: LeadView, client: string | undefined, q: string, now: number): LeadFilter {
  const { stands, stage, form, source, campaign, tests, band, when, sort } = view;
  const { from, to } = band === undefined ? {} : bands[band];
  const isFound = q !== "" || stands !== undefined;
  return defined({
    client_id: client,
    q: q === "" ? undefined : q,
    stands: q === "" ? stands : undefined,
    status: stage,
    form_id: form,
    utm_source: source,
    utm_campaign: campaign,
    is_test: tests === undefined ? undefined : tests === "only" ? "true" : "false",
    suspicion_from: from,
    suspicion_to: to,
    ...periodOf(when, now),
    // What is found, or stands somewhere, comes in an order of its own.
    sort: isFound ? undefined : sort,
  });
}

const defined = <Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: NonNullable<Fields[Name]>;
  };

function textOf(value: unknown, longest: number): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" && value.length <= longest ? value : undefined;
}

const oneOf = <Word extends string>(value: unknown, words: readonly Word[]): Word | undefined =>
  words.find((word) => word === value);
