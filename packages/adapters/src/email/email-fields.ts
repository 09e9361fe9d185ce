import * as z from "zod/mini";
import { list, text } from "../settings/fields.ts";

const address = String.raw`[^\s@<>()[\]",:;\\]{1,64}@[^\s@<>()[\]",:;\\]{1,190}\.[^\s@<>()[\]",:;\\]{2,60}`;

const wrongAddress = "should be e-mail addresses, one a text, such as sales@example.com";
const recipient = z.string(wrongAddress).check(z.regex(new RegExp(`^${address}$`), wrongAddress));

const sender = text({
  label: "From",
  help: "the sender, `leads@example.com` or `Leads <leads@example.com>`, at a domain that was set up there",
  example: "leads@example.com",
  most: 320,
});

/** From whom leads come by e-mail, and to whom of the team. */
export const emailFields = {
  from: {
    ...sender,
    schema: sender.schema.check(
      z.regex(
        new RegExp(`^(?:[^<>@"\\\\,;:]{1,100} <${address}>|${address})$`),
        "should be leads@example.com or Leads <leads@example.com>",
      ),
    ),
  },
  to: list({
    label: "To",
    help: "the addresses of those of the team who are told of a lead; all of them see one another",
    example: ["sales@example.com"],
    most: 20,
    each: recipient,
  }),
};
