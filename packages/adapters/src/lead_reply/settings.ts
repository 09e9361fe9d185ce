import * as z from "zod/mini";
import { defineSettings } from "../settings/define-settings.ts";
import { choice, number, optional, secret, text } from "../settings/fields.ts";
import type { SettingsOf } from "../settings/setting-field.ts";
import { templateProblem } from "./reply-template.ts";

const emailAddress = /^[^\s@<>()[\]",:;\\]{1,64}@[^\s@<>()[\]",:;\\]{1,190}\.[^\s@<>()[\]",:;\\]{2,60}$/;
const emailSender = /^(?:[^<>@"\\,;:]{1,100} <[^\s<>]{3,300}>|[^\s<>]{3,300})$/;
const phoneNumber = /^\+[1-9]\d{6,14}$/;
const phoneSender = /^(?:\+[1-9]\d{6,14}|MG[0-9a-f]{32})$/;
const twilioAccount = /^AC[0-9a-f]{32}$/;

const most = { subject: 200, body: 1_500 };

const template = (longest: number) => {
  const wrong = `should be a text of 1 to ${longest} characters`;
  return z
    .string(wrong)
    .check(z.minLength(1, wrong), z.maxLength(longest, wrong))
    .check(
      z.refine((value) => templateProblem(value) === undefined, {
        error: ({ input }) => `should be a template: ${templateProblem(String(input)) ?? ""}`,
      }),
    );
};

const fields = {
  via: choice({
    label: "By",
    help: "what sends it: an e-mail by Resend or Postmark, or an SMS by Twilio",
    choices: ["resend", "postmark", "twilio"],
    example: "resend",
  }),
  api_key: secret({
    label: "Key",
    help: "Resend's API key, a Postmark server's token, or the Twilio account's auth token",
    example: "re_ExampleExampleExampleExample",
  }),
  account_sid: {
    ...optional(
      text({
        label: "Account SID",
        help: "for Twilio only: the account's SID, AC and 32 signs",
        example: "AC00000000000000000000000000000000",
        most: 34,
      }),
    ),
    example: null,
  },
  from: text({
    label: "From",
    help: "whom it comes from: `Asha of Lakeside <asha@example.com>` at a domain that was set up there, or a Twilio number such as +15005550006 or a messaging service's SID",
    example: "Lakeside Towers <hello@example.com>",
    most: 320,
  }),
  reply_to: {
    ...optional(
      text({
        label: "Answers to",
        help: "for e-mail only: the address that an answer goes to, where it is another than From",
        example: "sales@example.com",
        most: 320,
      }),
    ),
    example: null,
  },
  subject: {
    ...optional({
      ...text({
        label: "Subject",
        help: "for e-mail only: a template such as `Thank you, {{ first_name | default: 'and welcome' }}`",
        example: "Thank you for your interest in {{ project_name | default: 'us' }}",
      }),
      schema: template(most.subject),
    }),
  },
  body: {
    ...text({
      label: "Text",
      help: "what the person reads, a template over several lines: `Hello {{ first_name | default: 'there' }}, …`; names are those of the payload, and what looks like a link in them is left out",
      example: "Hello {{ first_name | default: 'there' }},\nthank you. We call you today.",
    }),
    schema: template(most.body),
  },
  most_suspicion: number({
    label: "Most suspicion",
    help: "a lead that is more suspicious than this, of 100, gets no reply",
    example: 29,
    least: 0,
    most: 100,
  }),
  test_to: {
    ...optional(
      text({
        label: "Tests to",
        help: "the address or number of yours that `destination test` writes to",
        example: "me@example.com",
        most: 320,
      }),
    ),
    example: null,
  },
};

type Settings = SettingsOf<typeof fields>;

/** An answer to whoever sent the form, by somebody's own account. */
export const replySettings = defineSettings("lead_reply", fields, (settings) =>
  settings.via === "twilio" ? wrongForSms(settings) : wrongForEmail(settings),
);
export type ReplySettings = Settings;

type Problems = { setting: string; detail: string }[];

const wrongForSms = ({ account_sid, from, test_to }: Settings): Problems => [
  ...(twilioAccount.test(account_sid ?? "")
    ? []
    : [{ setting: "account_sid", detail: "should be an account's SID, AC and 32 of 0 to 9 and a to f" }]),
  ...(phoneSender.test(from)
    ? []
    : [{ setting: "from", detail: "should be a number such as +15005550006, or a messaging service's SID" }]),
  ...(test_to == null || phoneNumber.test(test_to)
    ? []
    : [{ setting: "test_to", detail: "should be a number with its country's code, such as +919999999999" }]),
];

function wrongForEmail({ from, reply_to, subject, test_to }: Settings): Problems {
  const address = /<([^<>]*)>$/.exec(from)?.[1] ?? from;
  return [
    ...(emailSender.test(from) && emailAddress.test(address)
      ? []
      : [{ setting: "from", detail: "should be hello@example.com or Lakeside <hello@example.com>" }]),
    ...(subject == null ? [{ setting: "subject", detail: "should be there for an e-mail" }] : []),
    ...[
      { setting: "reply_to", value: reply_to },
      { setting: "test_to", value: test_to },
    ].flatMap(({ setting, value }) =>
      value == null || emailAddress.test(value)
        ? []
        : [{ setting, detail: "should be an e-mail address such as sales@example.com" }],
    ),
  ];
}
