import { defineSettings } from "../settings/define-settings.ts";
import { onOff, optional, url } from "../settings/fields.ts";
import { headerName, headerValue } from "../settings/header-fields.ts";
import type { SettingsOf } from "../settings/setting-field.ts";

const fields = {
  url: url({
    label: "Production URL",
    help: "the production URL of the workflow's Webhook node, with /webhook/ in it",
    example: "https://n8n.example.com/webhook/0b9a52f3-9d0e-4b0e-8a7e-2f6f3d1b7c11",
    isSecret: true,
  }),
  header_name: optional(
    headerName({
      label: "Header that lets us in",
      help: "the name in the credential, where the node's authentication is Header Auth",
      example: "Authorization",
    }),
  ),
  header_value: optional(
    headerValue({
      label: "What that header says",
      help: "the value in that credential",
      example: "Bearer 0123456789abcdef",
    }),
  ),
  send_attribution: onOff({
    label: "How people came",
    help: "whether it gets campaign, click ids, landing page and referrer of this submission and of the lead's first, too",
    usual: false,
  }),
};

export type N8nSettings = SettingsOf<typeof fields>;

/** An n8n workflow that begins with a Webhook node. A test URL works once, while somebody looks at the editor: it is refused. */
export const n8nSettings = defineSettings("n8n", fields, ({ url: address, header_name, header_value }) => [
  ...(isTestUrl(address)
    ? [
        {
          setting: "url",
          detail:
            "should be the production URL, with /webhook/ in it: a test URL works once, while the editor listens. In the Webhook node choose Production URL, copy that, and publish the workflow",
        },
      ]
    : []),
  ...((header_name == null) === (header_value == null)
    ? []
    : [
        {
          setting: header_name == null ? "header_name" : "header_value",
          detail: "should be there, too: name and value go together",
        },
      ]),
]);

/** n8n has `/webhook-test/` for the Webhook node and `/form-test/` for forms, behind whatever path it is installed at. */
function isTestUrl(address: string): boolean {
  const segments = URL.parse(address)?.pathname.split("/") ?? [];
  return segments.some((segment) => /^(webhook|form)-test$/i.test(decoded(segment)));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
