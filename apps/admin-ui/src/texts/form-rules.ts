import { counted } from "./counted.ts";

const minutes = (count: number): string => counted(count, "minute", "minutes");
const hours = (count: number): string => counted(count, "hour", "hours");

/** Words of the rules of a form, in sentences. */
export const formRules = {
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
    help: "Two letters, such as IN or GB. Empty: as the client says.",
    words: (region: string | null, ofClient: string | null): string => {
      if (region !== null) return `A number without a country code is read as one of ${region}.`;
      return ofClient === null
        ? "A number without a country code is read as one of the country that the visitor is in."
        : `A number without a country code is read as one of ${ofClient}, as the client says.`;
    },
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
};
