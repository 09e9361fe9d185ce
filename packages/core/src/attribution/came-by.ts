import type { LeadAttribution } from "@leadrelay/contracts/attribution";

/** What leads may be filtered by. */
export const campaignNames = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"] as const;
type Campaign = Partial<Record<(typeof campaignNames)[number], string | undefined>>;

/** Whether a lead came by this campaign, the first time or the latest: one of the two as a whole, in any case of letters. */
export const cameBy = (campaign: Campaign, { first, latest }: LeadAttribution): boolean =>
  [first, latest].some(
    (time) =>
      time !== null &&
      campaignNames.every(
        (name) => campaign[name] === undefined || folded(time[name]) === folded(campaign[name]),
      ),
  );

const folded = (text: string | null | undefined) => text?.toLowerCase() ?? null;
