import type { Adapter } from "../adapter.ts";
import { oneRequest } from "../steps/one-request.ts";
import { buildRequest, sentBody } from "./build-request.ts";
import { classify } from "./classify.ts";
import { slackSettings, type SlackSettings } from "./settings.ts";

/** Messages in a Slack channel. A message cannot be told from its repetition there, except by the delivery's id beneath it. */
export const slack: Adapter<SlackSettings> = {
  ...slackSettings,
  kind: "slack",
  title: "Slack",
  guide: [
    "At api.slack.com/apps choose Create New App, From scratch, and the workspace.",
    "Under Incoming Webhooks switch them on, choose Add New Webhook to Workspace, and the channel that leads should appear in.",
    "Copy the webhook's address; it posts to that channel alone, and is as good as a password.",
  ],
  // One message a second in a channel.
  perSecond: 1,
  sentWithoutStorage: false,
  takesNotices: true,
  showsMessage: true,
  sentBody,
  steps: oneRequest(buildRequest, classify),
};
