import type { Adapter } from "../adapter.ts";
import { oneRequest } from "../steps/one-request.ts";
import { buildRequest, metaHost, sentBody } from "./build-request.ts";
import { classify } from "./classify.ts";
import { nothingToSend } from "./nothing-to-send.ts";
import { metaSettings, type MetaSettings } from "./settings.ts";

/** How far leads came, for Meta's ads to learn from. The delivery's id is the event's: what is sent twice counts once. */
export const metaConversions: Adapter<MetaSettings> = {
  ...metaSettings,
  kind: "meta_conversions",
  title: "Meta conversions",
  guide: [
    "In Meta's Events Manager choose the dataset that your lead ads use, or make one, and copy its id.",
    "Under Settings, Conversions API, choose Generate access token, and copy it: it is shown once.",
    "Under Test events copy the test code, to try it without counting anything.",
    "Name for each stage of the client's pipeline that counts the event that Meta is to learn of.",
  ],
  perSecond: 10,
  sentWithoutStorage: false,
  takesStages: true,
  fixedHosts: [metaHost],
  nothingToSend,
  sentBody,
  steps: oneRequest(buildRequest, classify),
};
