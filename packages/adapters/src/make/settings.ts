import * as z from "zod/mini";

const notAUrl = "should be an http(s) URL";
const notASwitch = "should be true or false";
const notAKey = "should be null or at most 256 printable ASCII characters without spaces";

/**
 * A Make.com custom webhook: its address is a secret, the key optional (`x-make-apikey`). With `send_attribution` the body says how the
 * person came, too, under the names that docs/payload.md lists.
 */
export const makeSettingsSchema = z.object(
  {
    url: z
      .string(notAUrl)
      .check(z.maxLength(2_000, "should be at most 2000 characters long"))
      .check(z.refine((url) => /^https?:$/.test(URL.parse(url)?.protocol ?? ""), notAUrl)),
    api_key: z.nullish(z.string(notAKey).check(z.regex(/^[\x21-\x7e]{1,256}$/, notAKey))),
    send_attribution: z.optional(z.boolean(notASwitch)),
  },
  "should be an object",
);
export type MakeSettings = z.infer<typeof makeSettingsSchema>;
