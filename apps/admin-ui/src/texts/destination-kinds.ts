/** What each kind of destination does, in a sentence, and where one finds it. A kind that is not here is shown by its title. */
export const kindTexts: Readonly<Record<string, { does: string; needs: string }>> = {
  make: {
    does: "Starts a scenario with every lead, ready to be mapped there.",
    needs: "The address of a custom webhook",
  },
  webhook: {
    does: "Any https address of yours; signed, and its answers are read by your rules.",
    needs: "An https address",
  },
  zapier: { does: "Starts a Zap, with fields on one level.", needs: "The address of a Catch Hook" },
  n8n: { does: "Starts a workflow of yours.", needs: "The production URL of a Webhook node" },
  hubspot: { does: "Makes contacts, or brings them up to date.", needs: "A service key" },
  pipedrive: {
    does: "Files leads in the Leads Inbox, each of a person.",
    needs: "Your address and an API token",
  },
  zoho: { does: "Makes leads, or brings them up to date.", needs: "A self client and its refresh token" },
  salesforce: {
    does: "Makes leads, each once, by our id.",
    needs: "A connected app and an external id field",
  },
  gohighlevel: {
    does: "Makes contacts of a sub-account, with tags.",
    needs: "A private integration’s token",
  },
  google_sheets: { does: "Adds a row for each lead.", needs: "A service account’s key file" },
  slack: { does: "Posts each lead into a channel.", needs: "The address of an incoming webhook" },
  discord: { does: "Posts each lead into a channel or thread.", needs: "A webhook’s address" },
  telegram: { does: "A bot writes each lead into a chat.", needs: "A bot’s token and the chat’s number" },
  resend: { does: "Mails each lead to your team.", needs: "An API key and a sender" },
  postmark: { does: "Mails each lead to your team.", needs: "A server’s token and a sender" },
  cloudflare_email: {
    does: "Mails each lead to your team, with no key.",
    needs: "A domain set up in Cloudflare",
  },
  twilio: { does: "Texts each lead to somebody of your team.", needs: "An account and a number" },
  lead_reply: {
    does: "Writes to the person themselves, once, when they are new.",
    needs: "An account for e-mail or SMS, and your text",
  },
  meta_conversions: {
    does: "Tells Meta’s ads how far their leads came, each stage once.",
    needs: "A dataset and its access token",
  },
  google_conversions: {
    does: "Tells Google Ads how far its leads came, each stage once.",
    needs: "A service account’s key file and conversion actions",
  },
};

/** How the gallery is ordered, under which headings. Kinds that are in none stand under the last. */
export const kindGroups: readonly { title: string; kinds: readonly string[] }[] = [
  { title: "Automation", kinds: ["make", "zapier", "n8n", "webhook"] },
  { title: "CRM", kinds: ["hubspot", "zoho", "salesforce", "pipedrive", "gohighlevel"] },
  {
    title: "Your team",
    kinds: ["slack", "discord", "telegram", "resend", "postmark", "cloudflare_email", "twilio"],
  },
  { title: "The person themselves", kinds: ["lead_reply"] },
  { title: "Where your ads run", kinds: ["meta_conversions", "google_conversions"] },
  { title: "Files and others", kinds: ["google_sheets"] },
];
