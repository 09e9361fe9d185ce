import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";
import type { Channel } from "@leadrelay/contracts/channel";
import type { RequestContext } from "@leadrelay/contracts/submission-message";
import { findReferrer } from "../request/find-referrer.ts";

const longestUserAgent = 1_000;
const address = /^[0-9a-f:.]{2,45}$/i;

/** What the edge knows about the caller. `cf` is absent off Cloudflare's network. @param ip `callerAddress` */
export function contextOf(
  request: Request,
  entries: readonly BodyEntry[],
  ip: string | null,
): RequestContext {
  const { headers, cf } = request;
  return {
    ip,
    country: textOf(cf?.country),
    city: textOf(cf?.city),
    region: textOf(cf?.region),
    timezone: textOf(cf?.timezone),
    asn: typeof cf?.asn === "number" ? cf.asn : null,
    user_agent: clipped(headers.get("user-agent"), longestUserAgent),
    referrer: findReferrer(request, entries),
  };
}

/** The caller's IP, only from Cloudflare's own header; null when there is none. */
export function callerAddress(headers: Headers): string | null {
  const ip = headers.get("cf-connecting-ip");
  return ip !== null && address.test(ip) ? ip : null;
}

const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

const clipped = (text: string | null, most: number) =>
  text !== null && text.length > most ? text.slice(0, most).toWellFormed() : text;

const formTypes = /^\s*(?:application\/x-www-form-urlencoded|multipart\/form-data)/i;

/** A person's browser posts forms, or names itself on scripted requests; all else is a machine. */
export function channelOf({ headers }: Request): Channel {
  const isForm = formTypes.test(headers.get("content-type") ?? "");
  return isForm || headers.has("origin") || headers.has("sec-fetch-site") ? "browser" : "server";
}
