import type { Classification, ReceivedResponse } from "../adapter.ts";
import { classify as byPostmark } from "../postmark/classify.ts";
import { classify as byResend } from "../resend/classify.ts";
import { classify as byTwilio } from "../twilio/classify.ts";
import type { ReplySettings } from "./settings.ts";

const of = { resend: byResend, postmark: byPostmark, twilio: byTwilio };

/** What an answer means at whoever sends the reply. */
export const classify = (response: ReceivedResponse, { via }: ReplySettings): Classification =>
  of[via](response);
