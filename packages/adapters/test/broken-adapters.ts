import type { Classification, OutgoingDelivery, OutgoingRequest } from "../src/adapter.ts";
import { classifyStatus } from "../src/classify-status.ts";
import { oneRequest } from "../src/steps/one-request.ts";
import { WrongSettings } from "../src/settings/wrong-settings.ts";
import { buildPlain, plainWebhook } from "./plain-webhook.ts";

type Plain = typeof plainWebhook;
type Settings = ReturnType<Plain["parseSettings"]>;

const answering = (change: (status: number) => Classification | undefined): Partial<Plain> => ({
  steps: oneRequest(buildPlain, (response) => change(response.status) ?? classifyStatus(response)),
});
type Sent = OutgoingRequest & { body: string };
const building = (
  build: (settings: Settings, delivery: OutgoingDelivery) => OutgoingRequest,
): Partial<Plain> => ({
  steps: oneRequest(build, classifyStatus),
});
const sending = (change: (request: Sent, settings: Settings) => Partial<OutgoingRequest>): Partial<Plain> =>
  building((settings, delivery) => {
    const request = buildPlain(settings, delivery);
    return { ...request, ...change({ ...request, body: request.body ?? "" }, settings) };
  });
const quoting = (settings: unknown) => {
  const wrong = { setting: "url, token or settings", detail: `should not be ${JSON.stringify(settings)}` };
  return new WrongSettings("plain_webhook", [wrong]);
};

/** How an adapter may be wrong, and a promise that it breaks so. */
export const brokenAdapters: [how: string, promise: string, change: Partial<Plain>][] = [
  [
    "takes whatever it is given for settings",
    "settings that are nonsense are refused in words",
    { parseSettings: (settings) => settings as Settings },
  ],
  [
    "quotes settings that are wrong",
    "what is wrong with settings names the setting, and no secret",
    {
      parseSettings(settings) {
        try {
          return plainWebhook.parseSettings(settings);
        } catch {
          throw quoting(settings);
        }
      },
    },
  ],
  [
    "shows an example that it does not take",
    "its example is accepted, and settings are the same once they were sealed and opened",
    { exampleSettings: { url: "https://crm.example/", token: null } },
  ],
  [
    "keeps an address back that it will call",
    "its requests go to no host that was not checked, or is not its receiver's own",
    { addresses: () => [] },
  ],
  [
    "names an address that is not in its settings",
    "every address that it will call can be checked before",
    { addresses: () => [{ setting: "url", url: "https://other.example/" }] },
  ],
  [
    "shows its token",
    "what is shown of settings tells them from others, and no secret",
    { showSettings: ({ url, token }) => ({ url_hint: new URL(url).origin, token }) },
  ],
  [
    "shows its whole address",
    "what is shown of settings tells them from others, and no secret",
    { showSettings: ({ url }) => ({ url }) },
  ],
  [
    "shows nothing by which it could be known",
    "what is shown of settings tells them from others, and no secret",
    { showSettings: () => ({ has_token: true }) },
  ],
  [
    "forgets a setting in its words",
    "its words for whoever writes settings name each of them",
    { settingsHelp: "plain_webhook: `url`." },
  ],
  [
    "goes over http",
    "its requests can be sent, over https",
    sending(({ url }) => ({ url: url.replace("https:", "http:") })),
  ],
  [
    "sends a header that is none",
    "its requests can be sent, over https",
    sending(({ headers }) => ({ headers: { ...headers, "x-note": "a\r\nb: c" } })),
  ],
  [
    "does not say whose request it is",
    "its requests can be sent, over https",
    sending(() => ({ headers: { "content-type": "application/json" } })),
  ],
  [
    "counts its tries into the delivery's id",
    "every try carries the delivery's id, by which the receiver knows it again",
    building((settings, delivery) =>
      buildPlain(settings, { ...delivery, delivery_public_id: String(delivery.attempt) }),
    ),
  ],
  [
    "sends all it has, however long",
    "the longest lead that a form takes is one that the receiver reads",
    sending(({ body }) => ({ body: body.repeat(2) })),
  ],
  [
    "sends what nobody is shown",
    "its body is what people are shown of it",
    sending(({ body }) => ({ body: body.replace("{", '{"more":1,') })),
  ],
  [
    "leaves out the phone number",
    "by its body the person can be reached",
    sending(({ body }) => ({ body: body.replace("phone_mobile", "p").replace("+91-9999999999", "") })),
  ],
  [
    "sends its token along in the body",
    "its body holds none of its settings' secrets",
    sending(({ body }, { token }) => ({ body: body.replace("{", `{"token":"${token}",`) })),
  ],
  [
    "wants a 200 and nothing else",
    "a 2xx with which the receiver takes a lead is delivered",
    answering((status) => (status === 204 ? { outcome: "refused", error: "HTTP 204" } : undefined)),
  ],
  [
    "gives up at a full receiver",
    "what passes by itself is tried again, at whatever step",
    answering((status) => (status === 429 ? { outcome: "refused", error: "HTTP 429" } : undefined)),
  ],
  [
    "does not hear when to come again",
    "it is tried again when the receiver says, where it says so",
    answering((status) =>
      status === 503 ? { outcome: "retry", error: "HTTP 503", waitMs: null } : undefined,
    ),
  ],
  [
    "asks again and again for what is refused",
    "what no retry mends is refused",
    answering((status) =>
      status === 404 ? { outcome: "retry", error: "HTTP 404", waitMs: null } : undefined,
    ),
  ],
  [
    "takes a redirect for success",
    "a redirect is refused, never taken for success",
    answering((status) => (status === 302 ? { outcome: "delivered" } : undefined)),
  ],
  [
    "does not notice that the receiver is gone",
    "a 410 means that the receiver is gone",
    answering((status) => (status === 410 ? { outcome: "refused", error: "HTTP 410" } : undefined)),
  ],
  [
    "says nothing of what went wrong",
    "what went wrong is said with the status and the receiver's words, in short",
    answering((status) => (status === 422 ? { outcome: "refused", error: "failed" } : undefined)),
  ],
  [
    "falls over a body that is no JSON",
    "any answer is understood, whatever its shape",
    {
      steps: oneRequest(buildPlain, (response) => {
        JSON.parse(response.body);
        return classifyStatus(response);
      }),
    },
  ],
  [
    "has no word for those who set it up",
    "somebody who has only its receiver before them is told where to look",
    { guide: [] },
  ],
  [
    "takes a key for something that may be shown",
    "each setting has words for a form, and says whether it is secret",
    { secretsOf: () => [] },
  ],
  [
    "begins at the beginning each time",
    "a try that fails at a step begins the next time with what was done, and makes no lead twice",
    {
      steps: [
        {
          name: "person",
          buildRequest: buildPlain,
          classify: (response) => (response.status < 300 ? { outcome: "onward" } : classifyStatus(response)),
        },
        ...oneRequest(buildPlain, classifyStatus),
      ],
    },
  ],
  [
    "makes a lead of what is none",
    "what it takes besides leads says what happened, and is one that the receiver reads",
    { takesNotices: true },
  ],
  ["keeps no pace", "its kind is a word, and its pace one that a replay can keep", { perSecond: 0 }],
];
