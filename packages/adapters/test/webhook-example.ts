import type { AdapterExample } from "./adapter-example.ts";

const path = "q7w8e9r0t1y2u3i4o5p6";
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const previous = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
const token = "Bearer-0123456789";
const url = `https://crm.example/hooks/${path}`;
const settings = {
  url,
  signature: "standard",
  secret,
  previous_secret: previous,
  previous_until: "2023-11-14T23:00:00.000Z",
  signature_header: "X-LeadsBot-Signature",
  header_name: "Authorization",
  header_value: token,
  send_attribution: true,
  answer_at: "result",
  accepted_when: ["ok"],
  refused_when: ["rejected"],
  duplicate_when: ["duplicate"],
  retry_when: ["busy"],
  otherwise_means: "accepted",
  reason_at: "errors[0].message",
  reference_at: "lead.id",
};

/** A receiver of Standard Webhooks behind a gate of its own, within the overlap of a rotation. */
export const webhookExample: AdapterExample = {
  settings,
  secrets: [path, secret, previous, token],
  wrong: [
    [{ ...settings, url: `crm.example/${path}` }, "url"],
    [{ ...settings, url: `ftp://crm.example/${path}` }, "url"],
    [{ ...settings, secret: null }, "secret"],
    [{ ...settings, secret: undefined }, "secret"],
    [{ ...settings, secret: `${secret}\n` }, "secret"],
    [{ ...settings, secret: secret.slice(0, -4) }, "secret"],
    [{ ...settings, previous_secret: "hunter2hunter2hunter2" }, "previous_secret"],
    [{ ...settings, signature: "body_hmac", secret: "fifteen-letters" }, "secret"],
    [{ ...settings, previous_until: "tomorrow" }, "previous_until"],
    [{ ...settings, previous_until: null }, "previous_until"],
    [{ ...settings, previous_secret: null }, "previous_secret"],
    [{ ...settings, signature: "md5" }, "signature"],
    [{ ...settings, signature_header: "Content-Type" }, "signature_header"],
    [{ ...settings, signature_header: "webhook-signature" }, "signature_header"],
    [{ ...settings, signature_header: "X Signature" }, "signature_header"],
    [{ ...settings, header_name: "X-A\r\nX-B" }, "header_name"],
    [{ ...settings, header_name: "x-leadsbot-signature" }, "header_name"],
    [{ ...settings, header_name: null }, "header_name"],
    [{ ...settings, header_value: null }, "header_value"],
    [{ ...settings, header_value: `${token}\r\nX-B: c` }, "header_value"],
    [{ ...settings, header_value: `${token} ` }, "header_value"],
    [{ ...settings, send_attribution: "yes" }, "send_attribution"],
    [{ ...settings, answer_at: "a..b" }, "answer_at"],
    [{ ...settings, reason_at: "errors[x]" }, "reason_at"],
    [{ ...settings, reference_at: "$" }, "reference_at"],
    [{ ...settings, duplicate_when: [] }, "duplicate_when"],
    [{ ...settings, accepted_when: [""] }, "accepted_when"],
    [{ ...settings, otherwise_means: "gone" }, "otherwise_means"],
  ],
  takenBody: "",
  mostBodyBytes: 1024 * 1024,
};
