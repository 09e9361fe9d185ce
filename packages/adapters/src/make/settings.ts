import * as z from "zod/mini";

const notAUrl = "should be an http(s) URL";
const notAKey = "should be null or at most 256 printable ASCII characters without spaces";

/** A Make.com custom webhook: its address is a secret, the key optional (`x-make-apikey`). */
export const makeSettingsSchema = z.object(
  {
    url: z
      .string(notAUrl)
      .check(z.refine((url) => /^https?:$/.test(URL.parse(url)?.protocol ?? ""), notAUrl)),
    api_key: z.nullish(z.string(notAKey).check(z.regex(/^[\x21-\x7e]{1,256}$/, notAKey))),
  },
  "should be an object",
);
export type MakeSettings = z.infer<typeof makeSettingsSchema>;
