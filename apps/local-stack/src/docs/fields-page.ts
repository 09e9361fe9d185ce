import { knownFields } from "@leadrelay/contracts/submission-fields";
import { testMarker } from "@leadrelay/contracts/test-marker";
import { aliasesOf } from "@leadrelay/core/fields/aliases";
import { alignedTable } from "../settings/aligned-table.ts";

/** What each field is, and under which names of the payload a destination gets it. */
const meanings: Record<(typeof knownFields)[number], [what: string, sentAs: string]> = {
  name: ["The person's name, whole or in parts, which are joined.", "`first_name`"],
  email: ["Their e-mail address.", "`email`, `email1`"],
  phone: ["Their phone number.", "`phone_mobile`"],
  country_code: ["The phone's country: `+91`, `IN`, `India`.", "`country_code`"],
  project: ["What they ask about. A person is known again within one project.", "`project_name`"],
  location: ["Where they are, or want to be, as they typed it.", "`user_location`"],
  team: ["Who brought them.", "`source_team`"],
  source: ["Where they came from; without it `utm_source`.", "`lead_source`"],
  keyword: ["What they searched for; without it `utm_term`.", "`searched_keyword`"],
  message: ["What they wrote.", "not sent: see [below](#the-message)"],
  cta: ["Which button or form of the page it was.", "not sent"],
  page_url: ["The page they posted from.", "part of [how they came](payload.md#how-the-person-came)"],
  landing_page: ["The page they came to first.", "`landing_page`, with `--attribution on`"],
  referrer: ["The page that led them there.", "`referrer`, with `--attribution on`"],
  gclid: ["Google's click id.", "`gclid`, with `--attribution on`"],
  gbraid: ["Google's, of an app.", "`gbraid`, with `--attribution on`"],
  wbraid: ["Google's, from the web to an app.", "`wbraid`, with `--attribution on`"],
  msclkid: ["Microsoft's click id.", "`msclkid`, with `--attribution on`"],
  fbclid: ["Meta's click id.", "`fbclid`, with `--attribution on`"],
  ttclid: ["TikTok's click id.", "`ttclid`, with `--attribution on`"],
  li_fat_id: ["LinkedIn's click id.", "`li_fat_id`, with `--attribution on`"],
  meta_lead_id: [
    "The id under which Meta has the lead of an instant form, 15 to 17 digits.",
    "`meta_lead_id`, with `--attribution on`",
  ],
  visitor_id: ["The browser, as a script of the page names it.", "`visitor_id`"],
  session_id: ["The visit, as a script of the page names it.", "`session_id`"],
  session_totals: [
    "What the visit came to so far, as [the tag](tracker.md) writes it.",
    "the scores of engagement",
  ],
  honeypot: ["Left empty by people: see [below](#the-honeypot).", "`is_bot_lead`, where it is let through"],
  time_to_submit: ["Seconds from render to submit.", "`time_to_submit`"],
};

/** docs/fields.md, from the table by which forms' fields are read. Written by `pnpm docs:fields`; a test fails when it is behind. */
export const fieldsPage = (): string => `# The fields of a form

What to call a form's fields so that they are understood, whatever kind of body brings them. Letter case and blanks around a name do not count, and between
its words may stand \`_\`, \`-\` or a blank, behind them \`:\`, \`*\` or a list's brackets: \`Phone Number *\` is \`phone_number\`, \`email[]\` is \`email\`.
Of several values of a field, in a list too, the first that can be used counts. An address given for the number, or a number for the address, is taken for what it is.
What HTML writes for a character (\`&#1040;\`, \`&amp;\`) is read as that character; \`payload_json\` keeps it as it came.
A submission needs one of \`email\` and \`phone\`, else it is answered 422. Every other field may be there or not; those of other names are kept with the submission as they came (\`./leadrelay submission show\`),
in \`payload_json\`, and are not sent.

${alignedTable([["Our field", "Names a form may give it", "What it is", "A destination gets it as"], ...knownFields.map(row), ["`utm_…`", "`utm_source`, `utm_medium` and any other of letters, digits and `_`", "The campaign.", "the five usual ones, with `--attribution on`"]])}

\`_next\` is no field: it says where the browser goes afterwards, within the form's allowed hosts. \`${testMarker.name}\` with \`${testMarker.value}\` marks a submission as a test, as \`./leadrelay send\` does.
What each name of the payload holds is in [the lead payload](payload.md).

## Where a phone number is from

A number that begins with \`+\` says it itself. Another is read as one of the first of these that is known: the submission's own \`country_code\`; the form's region (\`./leadrelay form change <form> --region IN\`);
its client's phone country (\`./leadrelay client change <client> --phone-country IN\`, or the client's page), for all its forms that say none; the country that Cloudflare saw the visitor in. A change is known at the
edge within about a minute, and counts for what comes then: leads that are stored keep the number as it was read.

## Fields of other names: the mapping

A form that a plug-in or another team made keeps its names, and says what they are to us:

\`\`\`sh
./leadrelay form change <form> --map your-name=name --map your-email=email --map tel-123=phone
./leadrelay form change <form> --unmap tel-123           # one entry away: shows the mapping before and after, and asks
./leadrelay form change <form> --map-only mail=email     # this mapping and no other entry
./leadrelay send --form <form> --as-form                 # a test, its fields named as the mapping does, each filled
\`\`\`

On the right of \`=\` stands one of our fields, ${knownFields.map((field) => `\`${field}\``).join(", ")} or a \`utm_…\`, or another name of it from the table above. On the left stands the form's own
name, in whatever letter case; what is nested is a path: \`contact.email\`, for PHP's \`contact[email]\` too. What is mapped comes before the built-in names, which go on counting. Two
entries may lead to one field: a name is joined from them in their order, of an e-mail address or a phone number the first that can be used counts. At most 100 entries.

## The honeypot

A field that no person sees, such as \`__pg_website\` in the form that \`./leadrelay form create\` prints (\`form show --html\` prints it again). Whoever fills it is taken for a bot: the submission is answered like any other and dropped, kept apart for 30
days, or let through, as the form's \`--honeypot log|quarantine|off\` says. \`false\`, \`0\`, \`no\`, \`off\`, \`undefined\` and their like do not fill it.

## The message

It is stored with the submission, and \`./leadrelay submission show\` has it. The payload that Make gets has fixed names, and none of them is the message. Where a scenario needs it, map it to a field that is sent and not used otherwise: with
\`./leadrelay form change <form> --map message=keyword\` it arrives as \`searched_keyword\`.
`;

function row(field: (typeof knownFields)[number]): string[] {
  const [what, sentAs] = meanings[field];
  return [
    `\`${field}\``,
    aliasesOf(field)
      .map((name) => `\`${name}\``)
      .join(", "),
    what,
    sentAs,
  ];
}
