import * as z from "zod/mini";

/** What a page's tag may tell of, and what the site's own script names (`custom`). */
const trackedKinds = [
  "page_view",
  "click",
  "scroll",
  "visibility",
  "navigation",
  "submit",
  "custom",
] as const;
export type TrackedKind = (typeof trackedKinds)[number];

const mostTrackedEvents = 100;
/** A beacon has no more: `sendBeacon` refuses what is longer. */
export const mostBeaconBytes = 64_000;
const longestAddress = 500;
const longestSeen = 100;
const longestData = 500;
const longestSessionMs = 86_400_000;
const mostCounted = 100_000;

/** An id that a browser made. Other scripts' ids are let in, where they are no sentence. */
export const browserIdPattern = /^[A-Za-z0-9._-]{8,64}$/;
const browserId = z.string().check(z.regex(browserIdPattern));

const counted = z.int().check(z.minimum(0), z.maximum(mostCounted));
const address = z.string().check(z.maxLength(longestAddress));

const trackedEventSchema = z.object({
  kind: z.enum(trackedKinds),
  /** The how-manieth of its kind in its session, from 1: what comes twice, late or not at all is told by it. */
  number: z.int().check(z.minimum(1), z.maximum(mostCounted)),
  /** ms since the session began, by the browser's clock. */
  at: z.int().check(z.minimum(0), z.maximum(longestSessionMs)),
  /** How far down the page, of a `scroll`. */
  percent: z.optional(z.number().check(z.minimum(0), z.maximum(100))),
  /** The page's path, what was clicked as a selector, or the name the site gave. Never a text that people read. */
  what: z.optional(z.string().check(z.maxLength(longestSeen))),
  /** JSON that the site's own script gave. */
  data: z.optional(z.string().check(z.maxLength(longestData))),
});
export type TrackedEvent = z.infer<typeof trackedEventSchema>;

/** Body of `POST /t/collect`: what happened in one session since the last beacon. */
export const beaconSchema = z.object({
  v: z.literal(1),
  form: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  visitor: browserId,
  session: browserId,
  /** Sessions that this browser had before. */
  returns: counted,
  /** The first page of the session, its query included, and what led there. */
  page: z.optional(address),
  referrer: z.optional(address),
  events: z.array(trackedEventSchema).check(z.minLength(1), z.maxLength(mostTrackedEvents)),
});
export type Beacon = z.infer<typeof beaconSchema>;

/**
 * What a session came to so far. Each figure only grows, so that two tellings of one session are joined by taking the greater of each,
 * in any order and however often.
 */
export const sessionTotalsSchema = z.object({
  duration_ms: z.int().check(z.minimum(0), z.maximum(longestSessionMs)),
  /** 0–100. */
  scroll_percent: z.int().check(z.minimum(0), z.maximum(100)),
  clicks: counted,
  page_views: counted,
  events: counted,
  /** Sessions before this one. */
  returns: counted,
});
export type SessionTotals = z.infer<typeof sessionTotalsSchema>;

const nullableText = z.nullable(z.string().check(z.maxLength(longestAddress)));

/** On queue `tracking`: one beacon, as the edge read and added it up. No lead depends on it. */
export const trackingMessageSchema = z.object({
  v: z.literal(1),
  type: z.literal("tracking"),
  /** ms UTC. */
  received_at: z.int(),
  client_id: z.string().check(z.maxLength(100)),
  form_id: z.string().check(z.maxLength(100)),
  database: z.string().check(z.maxLength(100)),
  visitor_id: browserId,
  session_id: browserId,
  totals: sessionTotalsSchema,
  /** What was opened, clicked or named → ms into the session, or the data given with a name. */
  seen: z.record(z.string().check(z.maxLength(longestSeen + 12)), z.union([z.int(), z.string()])),
  first_page: nullableText,
  referrer: nullableText,
  /** The caller's address, an IPv6 one as its /64. */
  network: z.nullable(z.string().check(z.maxLength(64))),
  asn: z.nullable(z.int()),
  country: z.nullable(z.string().check(z.maxLength(10))),
  /** Cloudflare's 1–99, where the zone has it: 1 is surely a machine. */
  bot_score: z.nullable(z.int()),
});
export type TrackingMessage = z.infer<typeof trackingMessageSchema>;
