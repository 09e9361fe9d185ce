import { counted } from "./counted.ts";

/** What our fields are called. */
const fieldNames: Readonly<Record<string, string>> = {
  name: "Name",
  email: "E-mail",
  phone: "Phone",
  country_code: "Country code",
  project: "Project",
  location: "Location",
  team: "Team",
  source: "Source",
  keyword: "Keyword",
  message: "Message",
  cta: "Button that was clicked",
  page_url: "Page they were on",
  landing_page: "Page they landed on",
  referrer: "Page they came from",
  utm_source: "Campaign source",
  utm_medium: "Campaign medium",
  utm_campaign: "Campaign",
  utm_term: "Campaign term",
  utm_content: "Campaign content",
  gclid: "Google click id",
  gbraid: "Google click id (gbraid)",
  wbraid: "Google click id (wbraid)",
  msclkid: "Microsoft click id",
  fbclid: "Meta click id",
  ttclid: "TikTok click id",
  li_fat_id: "LinkedIn click id",
  meta_lead_id: "Meta lead id",
  visitor_id: "Visitor id",
  session_id: "Session id",
  session_totals: "What the visit came to",
  honeypot: "Trap for bots",
  time_to_submit: "Time to fill in",
};

/** Words of the fields of a form. */
export const formFields = {
  title: "Fields that really came",
  intro: (count: number): string =>
    `Read from the last ${counted(count, "post", "posts")}. What a field is taken for decides what your CRM gets, and who is recognised.`,
  none: "Nothing came in yet",
  noneWhy:
    "Once somebody sends the form, its fields stand here with what each is taken for. A test does, too.",
  test: "Send a test",
  columns: { name: "Field", seen: "Seen", sample: "Last value", taken: "Taken for", why: "Why" },
  seen: (count: number, of: number): string => `${count} of ${of}`,
  unseen: "not lately",
  refusedOnly: "in a refused post",
  takenFor: (name: string): string => `What ${name} is taken for`,
  asUsual: (field: string): string => `${field} (by its name)`,
  nothing: "Nothing: kept as it came",
  why: {
    mapping: "You said so",
    name: "A name that is known everywhere",
    outranked: "Known by its name; your own field comes first",
    none: "Its name says nothing to us",
  },
  changed: "Changed, not saved",
  add: "Another field",
  addName: "Its name on your page",
  addButton: "Add",
  previewTitle: "What this would change",
  preview: (otherwise: number, refused: number, count: number): string =>
    count === 0
      ? "No post is there to try it on."
      : otherwise === 0
        ? `None of the last ${counted(count, "post", "posts")} would have been read otherwise.`
        : `${otherwise} of the last ${counted(count, "post", "posts")} would have been read otherwise${refused === 0 ? ", none refused." : `, and ${refused} refused: nobody could have been reached.`}`,
  looking: "Trying it on the last posts …",
  bot: "would be taken for a bot’s",
  refused: "would be refused",
  nothingThere: "nothing",
  change: (field: string, before: string, after: string): string => `${field}: ${before} → ${after}`,
  save: "Save the fields",
  fieldOf: (field: string): string => fieldNames[field] ?? field,
  names: fieldNames,
};
