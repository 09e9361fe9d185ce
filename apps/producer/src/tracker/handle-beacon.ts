import {
  beaconSchema,
  mostBeaconBytes,
  type Beacon,
  type TrackingMessage,
} from "@leadrelay/contracts/tracking";
import { foldBeacon } from "@leadrelay/core/sessions/fold-beacon";
import type { Dependencies } from "../dependencies.ts";
import type { EdgeForm } from "../forms/edge-form.ts";
import type { WaitUntil } from "../intake/counts/intake-tally.ts";
import { readBytes } from "../intake/body/read-bytes.ts";
import { callerAddress } from "../intake/enrich.ts";
import { askRate } from "../intake/rate/ask-rate.ts";
import { homeNetwork } from "../intake/rate/home-network.ts";
import { explainBeacon, readJson } from "./read-beacon.ts";
import { answered, refused } from "./tracker-answer.ts";

/**
 * `POST /t/collect`: what a page's tag tells of a session, added up and put on a queue of its own. What is lost here costs no lead:
 * it is counted, and nothing is tried again.
 */
export async function handleBeacon(
  request: Request,
  { forms, trackingQueue, collectRate, losses, now }: Dependencies,
  waitUntil: WaitUntil,
): Promise<Response> {
  const read = await readBytes(request);
  if (request.method === "OPTIONS") return answered();
  if (request.method !== "POST") return refused(405, "Post a beacon here: the tag does it by itself.");
  if (read.kind !== "bytes" || read.bytes.length > mostBeaconBytes)
    return refused(413, `A beacon has at most ${mostBeaconBytes} bytes.`);
  const parsed = beaconSchema.safeParse(readJson(read.bytes));
  if (!parsed.success) return refused(422, explainBeacon(parsed.error.issues));
  const beacon = parsed.data;
  const ip = callerAddress(request.headers);
  const overRate = askRate(beacon.form, ip, collectRate);
  const lookup = await forms.lookUp(beacon.form);
  if (lookup.kind === "absent")
    return refused(404, "There is no form with this key: see the tag's data-form.");
  if (await overRate()) return refused(429, "Too many beacons from one address: what they told is not kept.");
  const form = lookup.kind === "found" ? lookup.kept : null;
  if (form?.named == null || trackingQueue === null) {
    losses.note(form?.named == null ? "form unknown" : "no queue", waitUntil);
    return refused(503, "Not kept: what forms there are is not known just now.");
  }
  const message = messageOf(beacon, form.named, { request, ip, receivedAt: now() });
  try {
    await trackingQueue.send(message, { contentType: "json" });
  } catch {
    losses.note("queue refused", waitUntil);
    return refused(503, "Not kept: the queue took nothing.");
  }
  return answered();
}

interface Told {
  request: Request;
  ip: string | null;
  receivedAt: number;
}

const messageOf = (
  beacon: Beacon,
  { client_id, form_id, database }: NonNullable<EdgeForm["named"]>,
  { request, ip, receivedAt }: Told,
): TrackingMessage => ({
  v: 1,
  type: "tracking",
  received_at: receivedAt,
  client_id,
  form_id,
  database,
  visitor_id: beacon.visitor,
  session_id: beacon.session,
  ...foldBeacon(beacon),
  first_page: beacon.page ?? null,
  referrer: beacon.referrer ?? null,
  network: ip === null ? null : homeNetwork(ip),
  ...networkOf(request.cf),
});

const networkOf = (cf: Request["cf"]) => ({
  asn: typeof cf?.asn === "number" ? cf.asn : null,
  country: typeof cf?.country === "string" ? cf.country : null,
  bot_score: botScoreOf(cf?.botManagement),
});

function botScoreOf(management: unknown): number | null {
  if (typeof management !== "object" || management === null || !("score" in management)) return null;
  return typeof management.score === "number" ? management.score : null;
}
