import { readAttribution, type PackedAttribution } from "../attribution/pack-attribution.ts";
import type { SubmissionRow } from "../decide/commit-plan.ts";

/** Where a submission came from, as statistics tell it apart: utm_source and utm_campaign in small letters, "" where they do not say. */
export interface Origin {
  source: string;
  campaign: string;
}

/** Of a longer one its beginning tells. */
const longest = 60;

/** A submission's origin by its attribution, which it was stored with. */
export function originOf({
  attribution_json,
  page_url,
}: Pick<SubmissionRow, "attribution_json" | "page_url">): Origin {
  if (attribution_json === null || attribution_json === undefined) return { source: "", campaign: "" };
  const packed = JSON.parse(attribution_json) as PackedAttribution;
  const { utm_source, utm_campaign } = readAttribution(packed, { page_url, referrer: null });
  return { source: named(utm_source), campaign: named(utm_campaign) };
}

/** Without what a JSON path cannot name. */
const named = (value: string | null) =>
  (value ?? "")
    .toLowerCase()
    // oxlint-disable-next-line no-control-regex -- those are what is taken out
    .replaceAll(/["\\\u0000-\u001f]+/g, " ")
    .trim()
    .slice(0, longest)
    .toWellFormed()
    .trim();
