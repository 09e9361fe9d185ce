import type { Notice, ToldNotice } from "@leadrelay/contracts/notice";
import type { LeadAttribution } from "@leadrelay/contracts/attribution";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { readAttribution, type PackedAttribution } from "../attribution/pack-attribution.ts";
import {
  alertVersion,
  attributedVersion,
  besideOf,
  noticeVersion,
  payloadVersion,
  usualPayload,
  type StoredPayload,
} from "./stored-payload.ts";

/** An event as it was frozen at commit: its payload, and how the person came, null in both where that was not kept yet. */
export interface FrozenEvent {
  payload: LeadPayload;
  attribution: LeadAttribution;
  /** Of an event that is no submission; `payload` is then the lead it is about or told by, or says nothing. */
  notice?: Notice;
}

type PackedPayload = [which: number, ...values: unknown[]];

/**
 * The payload of an event as it was frozen at commit. Events of before `packPayload` have it whole, as JSON with its names.
 * Throws for a text that is neither, such as one of a later version.
 */
export const readPayload = (event: StoredPayload): LeadPayload => readFrozen(event).payload;

/** The same, with how the person came. */
export function readFrozen(event: StoredPayload): FrozenEvent {
  const { payload_json: text } = event;
  if (text.startsWith("{")) return { payload: JSON.parse(text) as LeadPayload, attribution: notKept };
  const packed = text.slice(1);
  if (text.startsWith(`${alertVersion}{`)) {
    const { alert, lead } = JSON.parse(packed) as { alert: Notice; lead: ToldNotice["lead"] };
    return { payload: lead ?? usualPayload(event), attribution: notKept, notice: alert };
  }
  if (text.startsWith(`${noticeVersion}{`)) {
    const { notice, lead } = JSON.parse(packed) as ToldNotice;
    return { payload: lead ?? usualPayload(event), attribution: notKept, notice };
  }
  if (text.startsWith(`${payloadVersion}[`))
    return { payload: unpack(JSON.parse(packed) as PackedPayload, event), attribution: notKept };
  if (!text.startsWith(`${attributedVersion}[[`))
    throw new Error(`This version does not read payloads stored as ${text.slice(0, 2)}…`);
  const [stored, latest = [], first = latest] = JSON.parse(packed) as [
    PackedPayload,
    PackedAttribution?,
    (PackedAttribution | null)?,
  ];
  const payload = unpack(stored, event);
  const beside = besideOf(payload);
  const came = readAttribution(latest, beside);
  return {
    payload,
    attribution: {
      latest: came,
      first: first === null ? null : first === latest ? came : readAttribution(first, beside),
    },
  };
}

const notKept: LeadAttribution = { first: null, latest: null };

function unpack([which, ...values]: PackedPayload, event: StoredPayload): LeadPayload {
  const payload: Record<string, unknown> = { ...usualPayload(event) };
  let next = 0;
  Object.keys(payload).forEach((name, index) => {
    if (Math.floor(which / 2 ** index) % 2 === 1) payload[name] = values[next++];
    else if (name === "email1") payload["email1"] = payload["email"];
  });
  return payload as unknown as LeadPayload;
}
