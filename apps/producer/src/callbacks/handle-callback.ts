import type { CallbackProof, CallbackSaid } from "@leadrelay/contracts/callback-message";
import { jsonResponse } from "../answers/json-response.ts";
import type { Dependencies } from "../dependencies.ts";
import { parseUrlencoded } from "../intake/body/parse-urlencoded.ts";
import { emptyBody } from "../intake/body/parsed-body.ts";
import { readBody } from "../intake/body/read-body.ts";
import { readBytes } from "../intake/body/read-bytes.ts";
import { callerAddress } from "../intake/enrich.ts";
import { takeCallback } from "../intake/take-submission.ts";
import { callbackFields, type CallbackFields } from "./callback-fields.ts";
import type { CallbackRoute } from "./callback-route.ts";
import { checkProof, hasOurToken } from "./check-proof.ts";
import { presented } from "./presented.ts";
import { saidByCrm } from "./said/said-by-crm.ts";
import { saidByMake } from "./said/said-by-make.ts";
import { saidByTwilio } from "./said/said-by-twilio.ts";
import type { Unsaid } from "./unsaid.ts";

/**
 * `POST /callbacks/…`: what became of a lead, as whoever got it tells. Kept once it is let in and can be read; which lead it is about is found out
 * behind the queue. What is not kept is answered 200 all the same, with the reason: tools switch a scenario off for an error.
 */
export async function handleCallback(
  request: Request,
  route: CallbackRoute,
  dependencies: Dependencies,
): Promise<Response> {
  if (request.method !== "POST") {
    await readBytes(request);
    return answer({ ok: false, stored: false, reason: "post here" }, 405, { allow: "POST" });
  }
  const read = await readCallback(request, route, dependencies);
  if (read === "too_fast")
    return answer({ ok: false, stored: false, reason: tooFast }, 429, { "retry-after": "60" });
  if ("unsaid" in read) return answer({ ok: true, stored: false, reason: read.unsaid }, 200);
  const taken = await takeCallback(
    { v: 1, type: "callback", callback_id: dependencies.newId(), received_at: dependencies.now(), ...read },
    dependencies,
  );
  if (taken === "not_taken") {
    const reason = "it was not saved: send it again in a minute";
    return answer({ ok: false, stored: false, reason }, 503, { "retry-after": "30" });
  }
  return route.door === "twilio" ? nothingToReply() : answer({ ok: true, stored: true }, 200);
}

type Read = { proof: CallbackProof; said: CallbackSaid };

async function readCallback(
  request: Request,
  route: CallbackRoute,
  dependencies: Dependencies,
): Promise<Read | Unsaid | "too_fast"> {
  const { door, id } = route;
  if (door === "twilio") {
    const [said, isTooFast] = await Promise.all([
      saidByTwilio(request, id),
      dependencies.callbackRate(id, callerAddress(request.headers)),
    ]);
    if ("unsaid" in said) return said;
    // Whether Twilio signed it is found out behind the queue: what comes with our own token is let through whatever its number.
    if (isTooFast && !(await hasOurToken(request.url, dependencies))) return "too_fast";
    return { proof: { by: "signature" }, said };
  }
  const fields = await readFields(request);
  if ("unsaid" in fields) return fields;
  const proof = await checkProof(route, presented(request.headers, fields), dependencies);
  if ("unsaid" in proof) return proof;
  const said = door === "make" ? saidByMake(fields, id) : saidByCrm(door, fields);
  return "unsaid" in said ? said : { proof, said };
}

/** Of the body, and behind it of the address. */
async function readFields(request: Request): Promise<CallbackFields | Unsaid> {
  const { url } = request;
  const body = await readBody(request, null);
  if (body.kind === "refused" && body !== emptyBody) return { unsaid: body.detail };
  const queryAt = url.indexOf("?");
  const query =
    queryAt === -1 ? emptyBody : parseUrlencoded(url.slice(queryAt + 1), { encodedBytes: url.length });
  return callbackFields([body, query].flatMap((one) => (one.kind === "parsed" ? one.entries : [])));
}

const tooFast =
  "so many came from this address within a minute that they are not Twilio's: none of them was kept";

interface CallbackAnswer {
  ok: boolean;
  stored: boolean;
  reason?: string;
}

const answer = (body: CallbackAnswer, status: number, headers: Record<string, string> = {}) =>
  jsonResponse(body, status, headers);

/** TwiML that sends nothing back: Twilio reads its answers as that. */
const nothingToReply = () =>
  new Response("<Response/>", { headers: { "content-type": "text/xml", "cache-control": "no-store" } });
