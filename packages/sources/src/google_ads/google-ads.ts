import { defineSettings } from "@leadrelay/adapters/settings/define-settings";
import { secret } from "@leadrelay/adapters/settings/fields";
import type { SettingsOf } from "@leadrelay/adapters/settings/setting-field";
import { toBase64Url } from "@leadrelay/signing/base64-url";
import { messageAnswer } from "../answers/message-answers.ts";
import type { SourceDoor } from "../door.ts";
import { equalSecrets } from "../equal-secrets.ts";
import { membersOf, textOf } from "../read-value.ts";
import { splitLead } from "./split-lead.ts";

const fields = {
  google_key: secret({
    label: "Key",
    help: "the key that the lead form is given beside the webhook's address; made here where none is given",
    example: "ExampleExampleExample",
    most: 50,
  }),
};
type GoogleAdsSettings = SettingsOf<typeof fields>;

/**
 * Google Ads lead forms (developers.google.com/google-ads/webhook/docs/implementation). A wrong key is 401, which is final there; 5xx is what Google
 * sends again.
 */
export const googleAds: SourceDoor<GoogleAdsSettings> = {
  ...defineSettings("google_ads", fields),
  kind: "google_ads",
  methods: ["POST"],
  foundBy: "address",
  keyNames: "lead",
  // Google takes fifty characters.
  makes: { google_key: toBase64Url },
  async verify(_request, { google_key }, { value }) {
    const shown = textOf(membersOf(value()).get("google_key"));
    if (shown !== "" && (await equalSecrets(shown, google_key)))
      return { ok: true, key: null, isProven: true };
    return {
      ok: false,
      status: 401,
      code: "wrong_key",
      detail: "The google_key is not this source's: copy it into the lead form's Key anew, or rotate it.",
    };
  },
  split: splitLead,
  answer: messageAnswer,
};
