import {
  arrivesAs,
  arrivesAt,
  edit,
  put,
  signsBy,
  signsLine,
  signsParts,
  signsText,
  twice,
  type Change,
} from "./request-changes.ts";
import { toSign } from "./sent-request.ts";
import type { SignatureProblem } from "@leadrelay/signing/request-signature/signature-problem";
import { requestTarget } from "@leadrelay/signing/request-signature/signing-text";

/** A request that must be refused, and as what; judged so many seconds after it was signed. */
type Negative = [name: string, problem: SignatureProblem, change: Change, afterSeconds?: number];

const target = requestTarget(toSign.url);
const hexOfOther = "0".repeat(64);
const bytesOf = (body: string) => Uint8Array.from(new TextEncoder().encode(body));

/** What anybody may do to `send()`, and what any server must call it. */
export const signatureNegatives: Negative[] = [
  // Headers missing or doubled
  ["no key", "signature_header_missing", put("key", null)],
  ["no timestamp", "signature_header_missing", put("timestamp", null)],
  ["no nonce", "signature_header_missing", put("nonce", null)],
  ["no signature", "signature_header_missing", put("signature", null)],
  ["no header at all", "signature_header_missing", arrivesAs({ headers: new Headers() })],
  ["the key twice", "signature_header_doubled", twice("key")],
  ["the timestamp twice", "signature_header_doubled", twice("timestamp")],
  ["the nonce twice", "signature_header_doubled", twice("nonce")],
  ["the signature twice", "signature_header_doubled", twice("signature")],
  ["a second signature", "signature_header_doubled", twice("signature", `v1=${hexOfOther}`)],
  ["a second, empty signature", "signature_header_doubled", twice("signature", "")],
  ["another version beside it", "signature_header_doubled", twice("signature", `v2=${hexOfOther}`)],
  ["a comma in the timestamp", "signature_header_doubled", put("timestamp", "1,790,000,000")],

  // The key id
  ["an empty key id", "signature_key_malformed", put("key", "")],
  ["a key id one character short", "signature_key_malformed", edit("key", (id) => id.slice(0, -1))],
  ["a key id one character long", "signature_key_malformed", edit("key", (id) => `${id}A`)],
  ["a key id in capitals", "signature_key_malformed", edit("key", (id) => id.toUpperCase())],
  ["a key id without lrk_", "signature_key_malformed", edit("key", (id) => id.slice(4))],
  ["the secret in place of the id", "signature_key_malformed", put("key", toSign.secret)],
  ["a space before the key id", "signature_key_malformed", edit("key", (id) => ` ${id}`)],
  ["a line feed after the key id", "signature_key_malformed", edit("key", (id) => `${id}\n`)],
  ["a letter that only looks like A", "signature_key_malformed", edit("key", (id) => id.replace("A", "А"))],
  ["a key id in quotes", "signature_key_malformed", edit("key", (id) => `"${id}"`)],
  ["a key id nobody has", "key_unknown", put("key", "lrk_AAAAAAAAAAAAAAAAAAAB")],
  ["a key id in another case", "key_unknown", put("key", "lrk_aaaaaaaaaaaaaaaaaaaa")],
  ["another key's id", "signature_mismatch", put("key", "lrk_BBBBBBBBBBBBBBBBBBBB")],

  // The timestamp
  ["an empty timestamp", "signature_timestamp_malformed", put("timestamp", "")],
  ["milliseconds", "signature_timestamp_malformed", edit("timestamp", (seconds) => `${seconds}000`)],
  ["a fraction of a second", "signature_timestamp_malformed", edit("timestamp", (seconds) => `${seconds}.5`)],
  ["a plus sign", "signature_timestamp_malformed", edit("timestamp", (seconds) => `+${seconds}`)],
  ["a minus sign", "signature_timestamp_malformed", edit("timestamp", (seconds) => `-${seconds}`)],
  ["a leading zero", "signature_timestamp_malformed", edit("timestamp", (seconds) => `0${seconds}`)],
  ["an exponent", "signature_timestamp_malformed", put("timestamp", "179e7")],
  ["hexadecimal seconds", "signature_timestamp_malformed", put("timestamp", "0x6ab12b80")],
  ["a date", "signature_timestamp_malformed", put("timestamp", "2026-09-21T14:13:20Z")],
  ["full-width digits", "signature_timestamp_malformed", put("timestamp", "１７９０００００００")],
  [
    "a space after the seconds",
    "signature_timestamp_malformed",
    edit("timestamp", (seconds) => `${seconds} `),
  ],
  ["301 s after it was signed", "signature_timestamp_skew", (sent) => sent, 301],
  ["301 s before it was signed", "signature_timestamp_skew", (sent) => sent, -301],
  ["the beginning of time", "signature_timestamp_skew", put("timestamp", "0")],
  ["a far future", "signature_timestamp_skew", put("timestamp", "999999999999")],
  ["a second later than signed", "signature_mismatch", put("timestamp", "1790000001")],
  ["a second earlier than signed", "signature_mismatch", put("timestamp", "1789999999")],

  // The nonce
  ["an empty nonce", "signature_nonce_malformed", put("nonce", "")],
  ["a nonce of 15 characters", "signature_nonce_malformed", put("nonce", "n".repeat(15))],
  ["a nonce of 129 characters", "signature_nonce_malformed", put("nonce", "n".repeat(129))],
  ["a nonce with a space", "signature_nonce_malformed", put("nonce", "nonce with a space")],
  ["a nonce in base64", "signature_nonce_malformed", put("nonce", "bm9uY2Ugb2Ygc2l4+/==")],
  ["a nonce with an accent", "signature_nonce_malformed", put("nonce", "noncé".repeat(4))],
  ["a nonce with a line feed", "signature_nonce_malformed", edit("nonce", (nonce) => `${nonce}\n`)],
  ["another nonce", "signature_mismatch", put("nonce", "n".repeat(16))],
  ["the nonce in capitals", "signature_mismatch", edit("nonce", (nonce) => nonce.toUpperCase())],
  ["the nonce cut short", "signature_mismatch", edit("nonce", (nonce) => nonce.slice(0, 16))],

  // The signature's form
  ["an empty signature", "signature_malformed", put("signature", "")],
  ["v1= and nothing", "signature_malformed", put("signature", "v1=")],
  ["no v1=", "signature_malformed", edit("signature", (value) => value.slice(3))],
  ["v1: for v1=", "signature_malformed", edit("signature", (value) => value.replace("=", ":"))],
  ["v1=v1=", "signature_malformed", edit("signature", (value) => `v1=${value}`)],
  ["a signature one digit short", "signature_malformed", edit("signature", (value) => value.slice(0, -1))],
  ["a signature one byte short", "signature_malformed", edit("signature", (value) => value.slice(0, -2))],
  ["half a signature", "signature_malformed", edit("signature", (value) => value.slice(0, 3 + 32))],
  ["a signature one byte long", "signature_malformed", edit("signature", (value) => `${value}00`)],
  [
    "hex in capitals",
    "signature_malformed",
    edit("signature", (value) => `v1=${value.slice(3).toUpperCase()}`),
  ],
  ["one digit in capitals", "signature_malformed", put("signature", `v1=${"0".repeat(63)}A`)],
  ["a letter that is no hex digit", "signature_malformed", put("signature", `v1=${"0".repeat(63)}g`)],
  ["hex after 0x", "signature_malformed", put("signature", `v1=0x${"0".repeat(62)}`)],
  ["base64", "signature_malformed", put("signature", `v1=${btoa("\0".repeat(32))}`)],
  ["base64 alone", "signature_malformed", put("signature", btoa("\0".repeat(32)))],
  ["a space after v1=", "signature_malformed", edit("signature", (value) => value.replace("=", "= "))],
  ["a space before v1=", "signature_malformed", edit("signature", (value) => ` ${value}`)],
  ["a tab at the end", "signature_malformed", edit("signature", (value) => `${value}\t`)],
  ["a line feed at the end", "signature_malformed", edit("signature", (value) => `${value}\n`)],
  ["v2=", "signature_version_unknown", edit("signature", (value) => value.replace("v1", "v2"))],
  ["v0=", "signature_version_unknown", edit("signature", (value) => value.replace("v1", "v0"))],
  ["v10=", "signature_version_unknown", edit("signature", (value) => value.replace("v1", "v10"))],
  ["V1=", "signature_version_unknown", edit("signature", (value) => value.replace("v", "V"))],
  ["sha256=", "signature_version_unknown", edit("signature", (value) => value.replace("v1", "sha256"))],

  // The signature's value
  ["nothing but zeros", "signature_mismatch", put("signature", `v1=${hexOfOther}`)],
  [
    "a signature back to front",
    "signature_mismatch",
    edit("signature", (value) => `v1=${value.slice(3).split("").toReversed().join("")}`),
  ],
  ["another key's secret", "signature_mismatch", signsBy(`lrs_${"b".repeat(43)}`)],
  ["an empty secret", "signature_mismatch", signsBy("")],
  ["a secret without lrs_", "signature_mismatch", signsBy("a".repeat(43))],
  ["a secret cut short", "signature_mismatch", signsBy(toSign.secret.slice(0, -1))],
  ["a secret with a line feed", "signature_mismatch", signsBy(`${toSign.secret}\n`)],
  ["a secret in capitals", "signature_mismatch", signsBy(toSign.secret.toUpperCase())],
  ["the key id for a secret", "signature_mismatch", signsBy(toSign.keyId)],
  ["HMAC-SHA1", "signature_malformed", signsBy(toSign.secret, "SHA-1")],
  ["HMAC-SHA512", "signature_malformed", signsBy(toSign.secret, "SHA-512")],

  // The method
  ["another method", "signature_mismatch", arrivesAs({ method: "PUT" })],
  ["a read made of a write", "signature_mismatch", arrivesAs({ method: "GET" })],
  ["the method signed in lower case", "signature_mismatch", signsLine(1, "post")],

  // Path and query
  ["another path", "signature_mismatch", arrivesAt("/api/contacts?client=cli_1&limit=5")],
  ["a path below", "signature_mismatch", arrivesAt("/api/leads/1?client=cli_1&limit=5")],
  ["a slash at the path's end", "signature_mismatch", arrivesAt("/api/leads/?client=cli_1&limit=5")],
  ["a doubled slash", "signature_mismatch", arrivesAt("/api//leads?client=cli_1&limit=5")],
  ["the path in another case", "signature_mismatch", arrivesAt("/api/Leads?client=cli_1&limit=5")],
  [
    "a path that only parses to the signed one",
    "signature_mismatch",
    arrivesAt("/api/x/../leads?client=cli_1&limit=5"),
  ],
  ["a path with an encoded letter", "signature_mismatch", arrivesAt("/api/%6Ceads?client=cli_1&limit=5")],
  ["a back slash for a slash", "signature_mismatch", arrivesAt("/api\\leads?client=cli_1&limit=5")],
  ["the query in another order", "signature_mismatch", arrivesAt("/api/leads?limit=5&client=cli_1")],
  ["another query value", "signature_mismatch", arrivesAt("/api/leads?client=cli_2&limit=5")],
  ["another query name", "signature_mismatch", arrivesAt("/api/leads?tenant=cli_1&limit=5")],
  ["a query value more", "signature_mismatch", arrivesAt("/api/leads?client=cli_1&limit=5&limit=50")],
  ["a query value less", "signature_mismatch", arrivesAt("/api/leads?client=cli_1")],
  ["no query", "signature_mismatch", arrivesAt("/api/leads")],
  ["an ampersand at the query's end", "signature_mismatch", arrivesAt("/api/leads?client=cli_1&limit=5&")],
  [
    "a query value with an encoded letter",
    "signature_mismatch",
    arrivesAt("/api/leads?client=cli%5F1&limit=5"),
  ],
  ["the query not signed", "signature_mismatch", signsParts({ target: "/api/leads" })],
  ["the whole address signed", "signature_mismatch", signsParts({ target: toSign.url })],
  ["the fragment signed", "signature_mismatch", signsParts({ target: `${target}#top` })],

  // The body
  ["one character changed", "signature_mismatch", arrivesAs({ body: toSign.body.replace("Z", "z") })],
  ["a line feed more", "signature_mismatch", arrivesAs({ body: `${toSign.body}\n` })],
  ["a space more", "signature_mismatch", arrivesAs({ body: toSign.body.replace(":", ": ") })],
  ["no body", "signature_mismatch", arrivesAs({ body: "" })],
  ["the body twice", "signature_mismatch", arrivesAs({ body: toSign.body.repeat(2) })],
  ["an accent composed otherwise", "signature_mismatch", arrivesAs({ body: toSign.body.normalize("NFD") })],
  ["an accent escaped", "signature_mismatch", arrivesAs({ body: toSign.body.replace("ë", "\\u00eb") })],
  ["a byte order mark", "signature_mismatch", arrivesAs({ body: bytesOf(`\uFEFF${toSign.body}`) })],
  ["a zero byte at the end", "signature_mismatch", arrivesAs({ body: bytesOf(`${toSign.body}\0`) })],
  ["a body the signer thought empty", "signature_mismatch", signsParts({ body: "" })],

  // The text that was signed
  ["a line feed at the end of the text", "signature_mismatch", signsText((text) => `${text}\n`)],
  ["a line feed at its beginning", "signature_mismatch", signsText((text) => `\n${text}`)],
  ["lines that end in CR LF", "signature_mismatch", signsText((text) => text.replaceAll("\n", "\r\n"))],
  ["backslash n for line feeds", "signature_mismatch", signsText((text) => text.replaceAll("\n", "\\n"))],
  ["no v1 line", "signature_mismatch", signsText((text) => text.slice(3))],
  ["a v2 line", "signature_mismatch", signsLine(0, "v2")],
  ["the body's hash in capitals", "signature_mismatch", signsLine(5, (hash) => hash.toUpperCase())],
  ["no hash", "signature_mismatch", signsLine(5, "")],
  ["the body in place of its hash", "signature_mismatch", signsLine(5, toSign.body)],
  [
    "timestamp and nonce swapped",
    "signature_mismatch",
    signsText((text) =>
      text.replace(`${toSign.timestamp}\n${toSign.nonce}`, `${toSign.nonce}\n${toSign.timestamp}`),
    ),
  ],
];
