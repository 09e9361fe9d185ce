import type { LeadAttribution } from "@leadrelay/contracts/attribution";
import { parseAttribution } from "@leadrelay/core/attribution/parse-attribution";
import { attributionAs } from "@leadrelay/core/masking/mask-attribution";
import type { Lead } from "@leadrelay/db/leads/lead";

/** How a lead came, as whoever asks may see it. */
export const attributionOfLead = (
  { first_attribution_json, latest_attribution_json }: Lead,
  masked: boolean,
): LeadAttribution => ({
  first: attributionAs(masked, parseAttribution(first_attribution_json)),
  latest: attributionAs(masked, parseAttribution(latest_attribution_json)),
});
