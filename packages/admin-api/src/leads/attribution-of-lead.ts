import type { LeadAttribution } from "@leadrelay/contracts/attribution";
import { parseAttribution } from "@leadrelay/core/attribution/parse-attribution";
import { attributionAs } from "@leadrelay/core/masking/mask-attribution";
import type { Lead } from "@leadrelay/db/leads/lead";

/** How a lead came, as whoever asks may see it. */
export const attributionOfLead = (lead: Lead, masked: boolean): LeadAttribution => ({
  first: attributionAs(masked, parseAttribution(lead.first_attribution_json), lead),
  latest: attributionAs(masked, parseAttribution(lead.latest_attribution_json), lead),
});
