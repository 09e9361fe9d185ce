import type { AdapterExample } from "./adapter-example.ts";

const api_key = "re_abcdefgh_0123456789";
const settings = {
  via: "resend",
  api_key,
  account_sid: null,
  from: "Lakeside Towers <hello@agency.example>",
  reply_to: "sales@agency.example",
  subject: "Thank you, {{ first_name | default: 'and welcome' }}",
  body: "Hello {{ first_name }},\nwe call you on {{ phone_mobile }} about {{ project_name }}.",
  most_suspicion: 29,
  test_to: "me@agency.example",
};

/** An e-mail to the person, by Resend. */
export const leadReplyExample: AdapterExample = {
  settings,
  secrets: [api_key],
  wrong: [
    [{ ...settings, via: "fax" }, "via"],
    [{ ...settings, api_key: `${api_key} x` }, "api_key"],
    [{ ...settings, from: "Lakeside" }, "from"],
    [{ ...settings, reply_to: "sales" }, "reply_to"],
    [{ ...settings, test_to: "+15005550006" }, "test_to"],
    [{ ...settings, subject: null }, "subject"],
    [{ ...settings, body: "{{ first_name" }, "body"],
    [{ ...settings, body: "{{ fist_name }}" }, "body"],
    [{ ...settings, body: "" }, "body"],
    [{ ...settings, most_suspicion: 101 }, "most_suspicion"],
    [{ ...settings, via: "twilio", test_to: null }, "account_sid"],
  ],
  takenBody: '{"id":"0199aaaa-0000-8000-8000-000000000009"}',
  taken: { outcome: "delivered", receiverId: "0199aaaa-0000-8000-8000-000000000009" },
  mostBodyBytes: 40_000_000,
  tells: ["Asha Rao", "asha@example.com", "+91-9999999999"],
};
