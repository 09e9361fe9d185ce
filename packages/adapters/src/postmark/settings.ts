import * as z from "zod/mini";
import { emailFields } from "../email/email-fields.ts";
import { defineSettings } from "../settings/define-settings.ts";
import { optional, secret, text } from "../settings/fields.ts";
import type { SettingsOf } from "../settings/setting-field.ts";

const stream = text({
  label: "Message stream",
  help: "the id of the message stream to send in, `outbound` where none is named",
  example: "outbound",
  most: 60,
});

const fields = {
  server_token: secret({
    label: "Server token",
    help: "a server's API token, as the server shows it under API Tokens",
    example: "00000000-example-token-000000000000",
  }),
  ...emailFields,
  message_stream: {
    ...optional({
      ...stream,
      schema: stream.schema.check(
        z.regex(/^[A-Za-z0-9_-]+$/, "should be a message stream's id, such as outbound"),
      ),
    }),
    example: null,
  },
};

/** E-mail by Postmark (postmarkapp.com/developer/api/email-api). */
export const postmarkSettings = defineSettings("postmark", fields);
export type PostmarkSettings = SettingsOf<typeof fields>;
