import { counted } from "./counted.ts";
import { formFields } from "./form-fields.ts";
import { formRules } from "./form-rules.ts";
import { hostedPage } from "./hosted-page.ts";
import { formPosts } from "./form-posts.ts";

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
    hosts: "On which site will it stand?",
    hostsHelp:
      "Such as www.example.com. Whoever sent the form is led back there. Leave it empty if you do not know yet.",
    region: "Where do phone numbers without a country code come from?",
    regionHelp: "Two letters, such as IN or GB. Leave it empty to go by what the client says.",
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
      : `${name} takes posts again, and ${counted(letters, "post", "posts")} kept meanwhile go their way`,
  saved: "Saved",
  saving: "Saving …",
  save: "Save",
  discard: "Leave it as it was",

  tag: {
    title: "Know how interested they are",
    says: "On every page of the site this tells how long people stay, how far they read and what they click; each lead then has a score, and so has what your CRM gets. The form works without it.",
    code: "Tag for the site's pages",
    privacy:
      "It is 3 KB, sets no cookie and reads no text. With data-privacy it follows nobody whose browser asks for that.",
  },
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

  fields: formFields,

  rules: formRules,

  page: hostedPage,

  posts: formPosts,
};
