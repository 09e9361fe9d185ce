import { expect, test } from "vitest";
import { startProducer, urlencoded, wrapped } from "../../test/producer-under-test.ts";

type Producer = Awaited<ReturnType<typeof startProducer>>;

const nowhere = "'none'";
const ofTheForm = "'self' http://shop.example:* http://*.shop.example:*";
const ofAny = "'self' https: http:";
const away = () => Promise.reject(new Error("away"));

/** Every page that the producer has: its status, where its form may lead, who may frame it. */
test.each<[string, number, string, string, (producer: Producer) => Promise<Response>]>([
  [
    "the page that asks for a correction",
    422,
    "'self' https: http:",
    ofTheForm,
    ({ post }) => post(urlencoded("name=Anna")),
  ],
  ["a body that says nothing", 400, nowhere, ofTheForm, ({ post }) => post(urlencoded(""))],
  ["too many fields", 413, nowhere, ofTheForm, ({ post }) => post(urlencoded("a=1&".repeat(201)))],
  [
    "a body of another type",
    415,
    nowhere,
    ofTheForm,
    ({ post }) => post({ headers: { "content-type": "image/png" }, body: "\u0089PNG" }),
  ],
  ["an address that nobody has", 404, nowhere, nowhere, ({ fetch }) => fetch("/")],
  [
    "a form that nobody has, posted to",
    404,
    nowhere,
    ofAny,
    ({ fetch }) => fetch("/f/frm_none", { method: "POST", ...urlencoded("email=a@b.co") }),
  ],
  ["a form that nobody has, opened", 404, nowhere, nowhere, ({ fetch }) => fetch("/f/frm_none")],
  ["a form that was opened", 405, nowhere, nowhere, ({ fetch, formKey }) => fetch(`/f/${formKey}`)],
  ["our own thank-you page", 200, nowhere, ofAny, ({ fetch }) => fetch("/thank-you")],
])(
  "%s runs nothing, loads nothing, and leads nowhere else",
  async (_what, status, formAction, framedBy, call) => {
    const { headers, status: answered } = await call(await startProducer());
    expect(answered).toBe(status);
    expect(headers.get("content-type")).toContain("text/html");
    expect(policyOf(headers)).toBe(policy(formAction, framedBy));
  },
);

test("a page that says that nothing was taken does so too", async () => {
  const broken = await startProducer({ env: { BOT_LEAD_DETECTION: "maybe" } });
  const page = await broken.post(urlencoded("email=a@b.co"));
  expect([page.status, policyOf(page.headers)]).toEqual([503, policy(nowhere, nowhere)]);
  const { env } = broken;
  const full = await startProducer({
    env: { LEADS_QUEUE: wrapped(env.LEADS_QUEUE, { send: away }), KV: wrapped(env.KV, { put: away }) },
  });
  const refused = await full.post(urlencoded("email=a@b.co"));
  expect([refused.status, policyOf(refused.headers)]).toEqual([503, policy(nowhere, ofTheForm)]);
});

test("a form that lists no hosts may stand in a frame of any page, and so may what it is answered", async () => {
  const { post } = await startProducer({ form: { allowed_hosts: [] } });
  const { headers } = await post(urlencoded("name=Anna"));
  expect(policyOf(headers)).toBe(policy("'self' https: http:", ofAny));
});

const policyOf = (headers: Headers) =>
  headers.get("content-security-policy")?.replace(/'sha256-[\w+/]{43}='/, "THE PAGE'S OWN");

const policy = (formAction: string, framedBy: string) =>
  `default-src 'none'; style-src THE PAGE'S OWN; form-action ${formAction}; frame-ancestors ${framedBy}; base-uri 'none'`;
