import type { Adapter } from "../adapter.ts";
import { tokenStep } from "../google/token-step.ts";
import { buildRequest, googleHost, sentBody } from "./build-request.ts";
import { classify } from "./classify.ts";
import { nothingToSend } from "./nothing-to-send.ts";
import { googleSettings, type GoogleSettings } from "./settings.ts";

/** How far leads came, for Google Ads to learn from. The delivery's id is the transaction's: what is sent twice counts once. */
export const googleConversions: Adapter<GoogleSettings> = {
  ...googleSettings,
  kind: "google_conversions",
  title: "Google Ads conversions",
  guide: [
    "In Google Cloud's console choose a project, and enable the Data Manager API in it.",
    "Under IAM, Service accounts, make a service account, and under its Keys add a JSON key: a file is downloaded.",
    "In Google Ads under Admin, Access and security, add the service account's e-mail address (`client_email` in that file) as a user.",
    "Under Goals, Conversions, make a conversion action for each stage that counts, of the kind Import, from clicks; its id stands as ctId in its page's address.",
  ],
  perSecond: 5,
  sentWithoutStorage: false,
  takesStages: true,
  fixedHosts: ["oauth2.googleapis.com", googleHost],
  nothingToSend,
  sentBody,
  steps: [tokenStep("https://www.googleapis.com/auth/datamanager"), { name: "send", buildRequest, classify }],
};
