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
  visitor_id: "Visitor id",
  session_id: "Session id",
  honeypot: "Trap for bots",
  time_to_submit: "Time to fill in",
};

const minutes = (count: number): string => (count === 1 ? "1 minute" : `${count} minutes`);
const hours = (count: number): string => (count === 1 ? "1 hour" : `${count} hours`);
const posts = (count: number): string => (count === 1 ? "1 post" : `${count} posts`);

/** Words of the forms' room. */
export const formsTexts = {
  title: "Forms",
  newForm: "New form",
  noFormTitle: "There is no form yet",
  noForm:
    "A form is where leads come in: an address that a page of yours posts to. Make one, paste what it gives you into your page, and its leads stand here.",
  mayNot: "Your role may not change forms. Ask your agency.",
  columns: {
    name: "Form",
    client: "Client",
    last: "Last post",
    week: "Last 7 days",
    refused: "Refused",
    honeypot: "Bots",
    state: "State",
  },
  never: "None in 28 days",
  states: {
    quiet: "Quiet",
    deleted: "Deleted",
    waiting: "Being published",
    live: "Takes posts",
    refusing: "Refuses",
  },
  week: (taken: number): string => `${taken} taken`,
  weekChart: (name: string): string => `Posts of ${name} that were taken, day by day`,
  showDeleted: "Deleted ones too",

  create: {
    title: "New form",
    intro: "Give it a name. Everything else has a usual value that you can change later.",
    name: "What do people call it?",
    nameHelp: "For your team, such as “Contact page” or “Lakeside landing page”.",
    client: "Whose leads are they?",
    clientHelp: "Choose one: a form stays with its client.",
    hosts: "On which site will it stand?",
    hostsHelp:
      "Such as www.example.com. Whoever sent the form is led back there. Leave it empty if you do not know yet.",
    region: "Where do phone numbers without a country code come from?",
    regionHelp: "Two letters, such as IN or GB. Leave it empty if visitors are from everywhere.",
    submit: "Create the form",
    submitting: "Creating …",
  },

  tabs: {
    paste: "On your page",
    fields: "Fields",
    page: "Hosted page",
    rules: "Rules",
    posts: "Posts",
  },
  tabsLabel: "Parts of the form",
  address: "Posts to",
  copyAddress: "The form’s address",
  published: "Live everywhere within about a minute.",
  waiting: "The last change is on its way: it is tried again every minute.",
  deletedNotice:
    "This form was deleted: posts to it are answered “no such form”. For 30 days it can be brought back.",
  restore: "Bring it back",
  restored: (name: string, letters: number): string =>
    letters === 0
      ? `${name} takes posts again`
      : `${name} takes posts again, and ${posts(letters)} kept meanwhile go their way`,
  saved: "Saved",
  saving: "Saving …",
  save: "Save",
  discard: "Leave it as it was",

  paste: {
    title: "Paste this on your page",
    intro:
      "The fields are the form’s own. It needs no script: styles are your page’s. Rename fields as you like, and tell their new names under “Fields”.",
    code: "The form as HTML",
    labels: "With labels",
    labelsOn: "Each field has its label beside it.",
    labelsOff: "The labels stand in the fields, and are read out all the same.",
    of: "Which fields?",
    ofMapping: "Those of the form",
    ofPage: "Those of the hosted page",
    noIntake:
      "Nobody said yet where forms post to: put the address of the producer in the place of https://THE-INTAKE (PUBLIC_INTAKE_URL).",
    button: "Send",
    linkTitle: "Or lead people to its hosted page",
    linkOn:
      "A page of its own that needs no site: put its link on a button, in a mail or in an ad. What is behind the ? reaches the lead.",
    linkOff: "A form can have a page of its own, for a link in a mail or an ad. It is off.",
    linkSet: "Set up the hosted page",
    link: "The page’s link",
    linkCode: "The link as HTML, with a campaign",
    linkWords: "Get in touch",
  },

  hosts: {
    title: "Allowed hosts",
    now: (hosts: readonly string[]): string =>
      hosts.length === 0
        ? "Any page may post, and people are led back to none: they see our thank-you page, or the one you name below."
        : `Pages on ${hosts.join(", ")} may read the answer, and people are led back there. Posts from elsewhere are taken all the same, and logged.`,
    label: "Hosts, one a line",
    help: "Such as www.example.com; *.example.com stands for all below it. Empty: any.",
  },
  thanks: {
    title: "Where people go afterwards",
    label: "Thank-you page",
    help: "A whole address. It need not be on an allowed host: it is your own choice.",
    now: (url: string | null, hosts: readonly string[]): string =>
      url !== null
        ? `Whoever sends the form sees ${url}, unless the form itself names a page (_next) on an allowed host.`
        : hosts.length > 0
          ? `Whoever sends the form sees /thank-you on the host they came from, else on ${hosts[0] ?? ""}, unless the form itself names a page (_next) there. Make sure that page exists.`
          : "Whoever sends the form sees our own thank-you page: no host is allowed, so nobody is led elsewhere.",
    status: "How they are sent there",
    statuses: {
      "301": "301: for good, as is usual",
      "302": "302: for now",
      "303": "303: by the book, as a plain visit",
    },
  },

  fields: {
    title: "Fields that really came",
    intro: (count: number): string =>
      `Read from the last ${posts(count)}. What a field is taken for decides what your CRM gets, and who is recognised.`,
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
          ? `None of the last ${posts(count)} would have been read otherwise.`
          : `${otherwise} of the last ${posts(count)} would have been read otherwise${refused === 0 ? ", none refused." : `, and ${refused} refused: nobody could have been reached.`}`,
    looking: "Trying it on the last posts …",
    bot: "would be taken for a bot’s",
    refused: "would be refused",
    nothingThere: "nothing",
    change: (field: string, before: string, after: string): string => `${field}: ${before} → ${after}`,
    save: "Save the fields",
    fieldOf: (field: string): string => fieldNames[field] ?? field,
    names: fieldNames,
  },

  rules: {
    intro:
      "What becomes of what comes in, in sentences. Each is as the installation has it, unless you say otherwise for this form.",
    change: "Change",
    usual: "As the installation says",
    usualIs: (value: string): string => `As the installation says (${value})`,
    own: "Of its own",
    would: "From then on",
    now: "Now",
    honeypot: {
      title: "Bots",
      label: "A post with a filled trap field",
      words: {
        usual:
          "A post whose trap field is filled is handled as the installation says: dropped and logged, unless that was changed. The bot sees what everybody sees.",
        log: "A post whose trap field is filled is logged and dropped. The bot sees what everybody sees.",
        quarantine:
          "A post whose trap field is filled is kept apart for 30 days under “Not sent”, for a person to release. The bot sees what everybody sees.",
        off: "A post whose trap field is filled goes through, marked as a bot’s.",
      },
      choices: { log: "Drop it", quarantine: "Keep it apart", off: "Let it through, marked" },
    },
    guard: {
      title: "Mistaken identity",
      label: "Somebody known who gives other details",
      words: (isOn: boolean): string =>
        isOn
          ? "Somebody found by browser, e-mail or phone who gives other contact details than that person is a new lead: two people at one desk stay two."
          : "Whoever has the same browser, e-mail or phone is the same person, whatever else they say.",
      on: "A new lead",
      off: "The same person",
    },
    duplicates: {
      title: "Sent again at once",
      label: "Minutes",
      words: (count: number): string =>
        count === 0
          ? "Whoever sends the form again is judged by the hours below, however soon it is."
          : `Whoever sends the form again within ${minutes(count)} is stored and told to nobody: people press twice.`,
      short: minutes,
    },
    reengage: {
      title: "Coming back",
      label: "Hours",
      words: (count: number, basis: "last_submission" | "last_send"): string =>
        count === 0
          ? "Whoever comes back is stored, and nobody is told again, however late it is."
          : `Whoever comes back ${hours(count)} or more after ${basis === "last_send" ? "they were last told of" : "they last sent the form"} is told of again, as somebody who came back. Sooner, they are stored and told to nobody.`,
      short: (count: number): string => (count === 0 ? "never" : hours(count)),
      basis: "Those hours count from",
      bases: { last_submission: "the last post", last_send: "the last time anybody was told" },
    },
    region: {
      title: "Phone numbers",
      label: "Region",
      help: "Two letters, such as IN or GB. Empty: none.",
      words: (region: string | null): string =>
        region === null
          ? "A number without a country code is read as one of the country that the visitor is in."
          : `A number without a country code is read as one of ${region}.`,
    },
    name: {
      title: "Name",
      label: "What people call it",
      words: "For your team. The form’s address stays as it is.",
    },
    remove: {
      title: "Delete the form",
      words:
        "Within a minute, pages that post to it are answered “no such form”. What came before stays and is delivered. For 30 days it can be brought back.",
      button: "Delete the form",
      done: (name: string): string => `${name} is deleted`,
    },
  },

  page: {
    intro:
      "A plain page at the form’s own address: no site, no script needed, in your agency’s colour, light and dark.",
    on: "Show it to whoever opens the address",
    onNow: "It is on: everybody with the link sees it.",
    offNow: "It is off: whoever opens the address is told that it only takes posts.",
    title: "Title",
    introLabel: "Introduction",
    introHelp: "Each line is a paragraph.",
    fields: "Fields",
    addField: "Add a field",
    field: (place: number): string => `Field ${place}`,
    name: "Name it is posted under",
    label: "Label",
    kind: "Kind",
    kinds: {
      text: "A line of text",
      email: "E-mail address",
      tel: "Phone number",
      textarea: "Longer text",
      select: "One of several",
      checkbox: "A box to tick",
    },
    required: "Required",
    options: "What to choose from, one a line",
    up: "Move up",
    down: "Move down",
    remove: "Take away",
    button: "On the button",
    consent: "What people must agree to",
    consentHelp: "Empty: nothing. What they agreed to is kept with the lead, word for word.",
    thanks: "What they read afterwards",
    thanksHelp: "Where the form has no thank-you page of its own.",
    preview: "As visitors see it",
    optional: "(optional)",
    save: "Save the page",
    open: "Open the page",
    usual: {
      title: "Get in touch",
      button: "Send",
      thanks: "Thank you. Your details have arrived, we will be in touch soon.",
      newLabel: "New field",
    },
  },

  posts: {
    testTitle: "Send a test",
    testIntro:
      "A post as a visitor’s browser sends it, marked as a test, followed until it arrives. Only destinations that take tests are told.",
    test: "Send a test",
    again: "Send another",
    sending: "Posting …",
    following: "It was posted. Waiting to see it come in …",
    refused: "The form refused it",
    unreadable:
      "The form lists allowed hosts, so this page may not read the answer: it is looked for by its e-mail address.",
    lost: "It was not seen within a minute. Look at what was refused below, or send another.",
    noIntake: "Nobody said yet where forms post to (PUBLIC_INTAKE_URL), so nothing can be posted from here.",
    noWay: "The form’s address cannot be reached from this browser.",
    openLead: "Open the lead",
    refusedTitle: "What came, day by day",
    refusedIntro: "What was refused is kept by nobody: only how many, and why. Days are UTC.",
    refusedNone: "No post came in the last 14 days.",
    columns: { day: "Day", taken: "Taken", refused: "Refused", why: "Why", bots: "Bots" },
    reasons: {
      no_contact: "no e-mail and no phone was found",
      invalid_contact: "e-mail or phone reach nobody",
      empty_body: "nothing was sent",
      unreadable_body: "it could not be read",
      unsupported_body: "sent in a way that is not known",
      too_large: "too large",
      too_many_fields: "too many fields",
      bad_idempotency_key: "a key that is none",
    },
    reason: (count: number, why: string): string => `${count} × ${why}`,
    lastRefused: "The fields of the last one without any contact were called:",
    mapThem: "Say what they are",
    name: "LeadRelay test",
    value: (field: string): string => `test ${field}`,
  },
};
