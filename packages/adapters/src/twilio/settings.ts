import * as z from "zod/mini";
import { defineSettings } from "../settings/define-settings.ts";
import { secret, text } from "../settings/fields.ts";
import type { SettingsOf } from "../settings/setting-field.ts";

const number = String.raw`\+[1-9]\d{6,14}`;

const account = text({
  label: "Account SID",
  help: "the account's SID, AC and 32 signs, as the console's first page shows it",
  example: "AC00000000000000000000000000000000",
  most: 34,
});
const sender = text({
  label: "From",
  help: "a number of the account with its country's code, `+15005550006`, or the SID of a messaging service, MG and 32 signs",
  example: "+15005550006",
  most: 34,
});
const recipient = text({
  label: "To",
  help: "the mobile number of whoever is told of a lead, with its country's code",
  example: "+15005550010",
  most: 16,
});

const fields = {
  account_sid: {
    ...account,
    schema: account.schema.check(
      z.regex(/^AC[0-9a-f]{32}$/, "should be an account's SID, AC and 32 of 0 to 9 and a to f"),
    ),
  },
  auth_token: secret({
    label: "Auth token",
    help: "the account's auth token, as the console's first page shows it",
    example: "ExampleExampleExampleExample0000",
  }),
  from: {
    ...sender,
    schema: sender.schema.check(
      z.regex(
        new RegExp(`^(${number}|MG[0-9a-f]{32})$`),
        "should be a number such as +15005550006, or a messaging service's SID",
      ),
    ),
  },
  to: {
    ...recipient,
    schema: recipient.schema.check(
      z.regex(new RegExp(`^${number}$`), "should be a number with its country's code, such as +919999999999"),
    ),
  },
};

/** SMS by Twilio (twilio.com/docs/messaging/api/message-resource). Numbers are E.164. */
export const twilioSettings = defineSettings("twilio", fields);
export type TwilioSettings = SettingsOf<typeof fields>;
