import type { Adapter } from "../adapter.ts";
import { oneRequest } from "../steps/one-request.ts";
import { buildRequest, sentBody } from "./build-request.ts";
import { classify } from "./classify.ts";
import { postmarkSettings, type PostmarkSettings } from "./settings.ts";

/** Leads by e-mail to the team, sent by Postmark. It knows no repetition: an e-mail whose answer was lost is sent twice. */
export const postmark: Adapter<PostmarkSettings> = {
  ...postmarkSettings,
  kind: "postmark",
  title: "E-mail by Postmark",
  guide: [
    "In Postmark add the sender under Sender Signatures, as an address or a whole domain, and confirm it.",
    "Open the server that should send, API Tokens, and copy its token.",
    "Choose a confirmed sender, and the addresses of those who should be told.",
  ],
  perSecond: 10,
  confirmedBy: ["id"],
  sentWithoutStorage: false,
  takesNotices: true,
  fixedHosts: ["api.postmarkapp.com"],
  showsMessage: true,
  sentBody,
  steps: oneRequest(buildRequest, classify),
};
