import { stageReached } from "@leadrelay/core/conversions/stage-reached";
import type { LeadOrigin, SentDelivery } from "../adapter.ts";
import { readPair } from "./stage-conversions.ts";

/** One conversion, as both platforms are told of it. Times in ms UTC. */
export interface Conversion {
  /** As the platform calls it. */
  name: string;
  happenedAt: number;
  /** What it is worth, where the CRM said so, and in what. */
  value: { amount: number; currency: string } | null;
  origin: LeadOrigin;
}

export interface ConversionSettings {
  conversions: readonly string[];
  currency?: string | null | undefined;
}

/** The conversion that a lead's coming to a stage is. Of what tells of no stage, as a test does, the first that is set. */
export function conversionOf(settings: ConversionSettings, { event, origin }: SentDelivery): Conversion {
  const { notice } = event;
  const stage = stageOf({ event });
  const pairs = settings.conversions.flatMap((text) => readPair(text) ?? []);
  const found = pairs.find((one) => one.stage === stage) ?? pairs[0];
  const amount = notice?.type === "lead.crm_activity" ? notice.activity.value : null;
  const { currency } = settings;
  return {
    name: found?.name ?? "",
    happenedAt: notice?.happened_at ?? event.created_at,
    value: amount === null || currency == null ? null : { amount, currency },
    origin: origin ?? { attribution: event.attribution, first_submitted_at: event.created_at },
  };
}

const stageOf = ({ event: { notice } }: Pick<SentDelivery, "event">) =>
  notice === undefined ? null : stageReached(notice);

/** Why an event is no conversion by these settings; null: it is one. */
export function noConversion(
  { conversions }: ConversionSettings,
  { event }: Pick<SentDelivery, "event">,
): string | null {
  const stage = stageOf({ event });
  if (stage === null) return isTest({ event }) ? null : "it says of no stage that the lead came to";
  const isSet = conversions.some((text) => readPair(text)?.stage === stage);
  return isSet ? null : `no conversion is set for the stage “${stage.slice(0, 50).toWellFormed()}”`;
}

/** Nobody's lead: it has no ids, and is to change no account's figures. */
export const isTest = ({ event: { payload } }: Pick<SentDelivery, "event">): boolean =>
  payload.test_lead === "yes";

/** What of how a lead came says it, of its latest submission, else of its first. */
export function cameWith(
  { attribution: { first, latest } }: LeadOrigin,
  name: "gclid" | "gbraid" | "wbraid" | "fbclid" | "meta_lead_id",
): string | null {
  return latest?.[name] ?? first?.[name] ?? null;
}

const dayMs = 86_400_000;

/** Whether so many days lie between two moments in ms. */
export const isDaysAfter = (later: number, earlier: number, days: number): boolean =>
  later - earlier > days * dayMs;
