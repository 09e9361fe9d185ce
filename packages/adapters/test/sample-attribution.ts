import type { LeadAttribution } from "@leadrelay/contracts/attribution";

/** How the person of the sample payload came: by an ad the first time, now from a newsletter. */
export const sampleAttribution: LeadAttribution = {
  latest: {
    utm_source: "newsletter",
    utm_medium: "email",
    utm_campaign: "lake-november",
    utm_term: null,
    utm_content: null,
    gclid: null,
    gbraid: null,
    wbraid: null,
    msclkid: null,
    fbclid: null,
    ttclid: null,
    li_fat_id: null,
    meta_lead_id: null,
    landing_page:
      "https://www.example.com/lakeside?utm_source=newsletter&utm_medium=email&utm_campaign=lake-november",
    referrer: "https://www.example.com/lakeside",
  },
  first: {
    utm_source: "google",
    utm_medium: "cpc",
    utm_campaign: "lake-launch",
    utm_term: "flats near lake",
    utm_content: null,
    gclid: "EAIaIQobChMI-example",
    gbraid: null,
    wbraid: null,
    msclkid: null,
    fbclid: null,
    ttclid: null,
    li_fat_id: null,
    meta_lead_id: null,
    landing_page: "https://www.example.com/lakeside",
    referrer: "https://www.google.com/",
  },
};
