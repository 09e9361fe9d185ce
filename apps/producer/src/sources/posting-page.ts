import { aliasesOf } from "@leadrelay/core/fields/aliases";
import { page } from "../answers/pages/page.ts";
import { html, type Html } from "../answers/pages/html.ts";
import { htmlResponse } from "../answers/html-response.ts";
import type { EdgeForm } from "../forms/edge-form.ts";
import { requestAddress } from "../request/request-address.ts";
import type { EdgeSource } from "./edge-source.ts";

/** Of those that a server has something to say in; the tracker's and the honeypot's are none. */
const told = [
  "name",
  "email",
  "phone",
  "country_code",
  "project",
  "location",
  "team",
  "source",
  "keyword",
  "message",
  "page_url",
  "gclid",
  "fbclid",
] as const;

const answers: readonly (readonly [status: string, meaning: string])[] = [
  [
    "202",
    "At least one lead was taken and is durable. results tells of each, in your order: accepted with its submission_id, or refused with why.",
  ],
  ["422", "None was taken: each result says what is wrong with it. Do not send it again as it is."],
  [
    "400, 413",
    "The body could not be read, or holds too much: at most 1 MB and 100 leads. Do not send it again as it is.",
  ],
  ["401", "The signature is not there or does not fit: detail says which part. Mend it, then send again."],
  [
    "429",
    "So much came unsigned, or wrongly signed, that it was not looked at. Send again after Retry-After.",
  ],
  ["404", "There is no such key, or its form was deleted. Ask whoever gave you the key."],
  [
    "503",
    "Nothing is lost on our side: send the same request again, with the same nonce or webhook-id, after Retry-After seconds. For a day it counts once.",
  ],
];

/** How leads are posted by a key: fields, an example, answers. For whoever builds the server; it tells no secret. */
export function postingPage(
  { url }: Pick<Request, "url">,
  source: EdgeSource,
  form: EdgeForm | undefined,
): Response {
  const { origin, path } = requestAddress(url);
  const keyId = path.split("/").at(3) ?? "";
  const mapped = [...(form?.mapping ?? [])].map(([name, field]) => row(field, [name]));
  const content = html`<h1>${source.name}</h1>
    <p>
      Post leads as JSON to <code>${origin}/v1/leads</code>: one object of fields, or up to 100 as
      <code>{"leads": […]}</code>. Each needs an e-mail address or a phone number. Fields that are not listed
      are kept, too.
    </p>
    <h2>Fields</h2>
    <table>
      <thead>
        <tr>
          <th>Means</th>
          <th>May be called</th>
        </tr>
      </thead>
      <tbody>
        ${mapped}${told.map((field) => row(field, aliasesOf(field).slice(0, 6)))}
      </tbody>
    </table>
    <h2>Signature</h2>
    <p>
      Send <code>X-LeadRelay-Key: ${keyId}</code>, <code>X-LeadRelay-Timestamp</code> (unix seconds),
      <code>X-LeadRelay-Nonce</code> (16 to 128 of A-Z a-z 0-9 _ -, new for each request, the same for its
      repetitions) and <code>X-LeadRelay-Signature: v1=</code> with the hexadecimal HMAC-SHA256, by the whole
      secret, of these six lines: v1, POST, /v1/leads, timestamp, nonce, hexadecimal SHA-256 of the body.
    </p>
    <p>
      Or use any library for Standard Webhooks with the secret that begins with whsec_, and post to
      <code>${origin}/v1/leads/${keyId}</code>.
    </p>
    <h2>Example</h2>
    <pre>${example(origin, keyId)}</pre>
    <h2>Answers</h2>
    <table>
      <tbody>
        ${answers.map(
          ([status, meaning]) =>
            html`<tr>
              <th>${status}</th>
              <td>${meaning}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  return htmlResponse(page(`How to post leads: ${source.name}`, content, null, style), 200);
}

const style: Html = {
  text: ".card{max-width:46rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-top:1px solid var(--line,#8884)}pre{overflow-x:auto;padding:.75rem;border:1px solid #8884;border-radius:.5rem}code{overflow-wrap:anywhere}",
};

const row = (field: string, names: readonly string[]) =>
  html`<tr>
    <th>${field}</th>
    <td>${names.join(", ")}</td>
  </tr>`;

const example = (origin: string, keyId: string) => `SECRET='lrs_…'
BODY='{"name":"Asha Rao","email":"asha@example.com","phone":"+919876543210"}'
TIME=$(date +%s); NONCE=$(openssl rand -hex 16)
HASH=$(printf %s "$BODY" | openssl dgst -sha256 -r | cut -d" " -f1)
SIGNED=$(printf 'v1\\nPOST\\n/v1/leads\\n%s\\n%s\\n%s' "$TIME" "$NONCE" "$HASH" |
  openssl dgst -sha256 -hmac "$SECRET" -r | cut -d" " -f1)
curl -i ${origin}/v1/leads -H 'content-type: application/json' -H 'X-LeadRelay-Key: ${keyId}' \\
  -H "X-LeadRelay-Timestamp: $TIME" -H "X-LeadRelay-Nonce: $NONCE" \\
  -H "X-LeadRelay-Signature: v1=$SIGNED" --data-binary "$BODY"`;
