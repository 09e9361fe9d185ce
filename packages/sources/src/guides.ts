/** How people call a kind, and its set-up in the other system's own words: a sentence a step. */
export interface SourceGuide {
  title: string;
  guide: readonly string[];
}

/** By kind. Beside the doors, not in them: the edge has no use for it. */
const guides: Readonly<Record<string, SourceGuide>> = {
  signed: {
    title: "A server that signs",
    guide: [
      "Give whoever runs the server the key's id and the secret, which are shown once, and the link to the posting document: it tells the fields, how to sign, and every answer, with an example.",
      'The server posts JSON to /v1/leads: one lead as an object, or up to 100 as {"leads": […]}.',
      "It signs each request as docs/signing.md describes, or with any library for Standard Webhooks and the secret that begins with whsec_; that one posts to /v1/leads/{key id}.",
      "A request that is repeated for a day, with its signature as it was, is one request: repeat it while no answer comes, or it is 429 or 503; any other answer is final for the request as it is.",
    ],
  },
  generic: {
    title: "Any tool that posts",
    guide: [
      "Copy the address, which is shown once, into the tool as its webhook.",
      "Typeform: in the form under Connect, Webhooks, add the address, and under Edit a secret; give the same secret here.",
      "Jotform: in the form's Settings under Integrations choose WebHooks and add the address.",
      "Elementor Pro: in the form under Actions After Submit add Webhook, paste the address, and switch Advanced Data on.",
      "Webflow: in the site's settings under Apps & Integrations, Webhooks, add one for Form submission; its secret is shown there.",
      "Gravity Forms: with the Webhooks add-on add a feed to the form, method POST, format JSON, all fields.",
      "Contact Form 7: with a webhook plug-in set the address in the form's Webhook tab.",
      "Calendly: make a webhook subscription for invitee.created by its API, with a signing_key; give the same key here.",
      "Send a test. What the tool calls otherwise than forms do, map in the form that this source belongs to: its page lists the names that came.",
    ],
  },
  google_ads: {
    title: "Google Ads lead forms",
    guide: [
      "In Google Ads open the lead form (Assets, Lead form) and unfold Export leads from Google Ads, Other data integration options.",
      "Paste the address as Webhook URL and the key as Key; both are shown once.",
      "Press Send test data: the test arrives as a test lead.",
      "Save the lead form. What it asks besides name, e-mail and phone comes under the question's own name.",
    ],
  },
  indiamart: {
    title: "IndiaMART push",
    guide: [
      "In the seller panel open Lead Manager, then Import/Export Leads, Push API.",
      "Choose Other as platform and paste the address, which is shown once, as Webhook URL.",
      "Save and press Test. IndiaMART switches the push off when 48 hours pass without a 200.",
      "The product that was asked for comes as QUERY_PRODUCT_NAME: map it in the form that this source belongs to, to project for instance.",
    ],
  },
  justdial: {
    title: "JustDial",
    guide: [
      "Send your JustDial account manager the address, which is shown once, and ask for leads to be posted there.",
      "The answer that it waits for is SUCCESS; where yours waits for another word, set it here.",
      "Category, area and pincode come under these names: map them in the form that this source belongs to where they should be more.",
    ],
  },
};

/** Throws for a kind that this version does not know. */
export function getGuide(kind: string): SourceGuide {
  const found = guides[kind];
  if (found === undefined) throw new Error(`There is no kind "${kind}" of sources`);
  return found;
}
