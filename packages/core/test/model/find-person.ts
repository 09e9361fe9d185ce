import { readAddress, readBrowser, readEmail, readPhone } from "./naive-readings.ts";
import type { Person } from "./person.ts";
import type { Post } from "./world.ts";

export interface Found {
  person: Person | null;
  by: "visitor_id" | "email" | "phone" | "ip" | null;
  ipRejected: string | null;
}

/** Whoever of these has the browser; else the e-mail address; else the phone number; else, with great care, the IP address. */
export function findPerson(post: Post, people: readonly Person[], window: number): Found {
  const visitor = readBrowser(post.visitor);
  const email = readEmail(post.email);
  const phone = readPhone(post.phone);
  const address = readAddress(post);
  const byVisitor = people.find(({ known }) => visitor !== null && known.visitor.includes(visitor));
  if (byVisitor) return { person: byVisitor, by: "visitor_id", ipRejected: null };
  const byEmail = people.find(({ known }) => email !== null && known.email.includes(email));
  if (byEmail) return { person: byEmail, by: "email", ipRejected: null };
  const byPhone = people.find(({ known }) => phone !== null && known.phone.includes(phone));
  if (byPhone) return { person: byPhone, by: "phone", ipRejected: null };
  const there = people.filter(({ known }) => address !== null && known.ip.includes(address));
  const newest = there[there.length - 1];
  if (newest === undefined) return { person: null, by: null, ipRejected: null };
  const ipRejected = doubt(post, newest, window);
  return ipRejected === null
    ? { person: newest, by: "ip", ipRejected }
    : { person: null, by: null, ipRejected };
}

/** An address vouches soon before or after, from the same browser, where nothing that both sides say differs. */
function doubt(post: Post, { standing, visitor, browser }: Person, window: number) {
  if (post.at >= standing.lastAt + window || post.at <= standing.lastAt - window)
    return "outside_duplicate_window";
  if (post.browser === undefined || post.browser !== browser) return "other_user_agent";
  const pairs = [
    ["other_visitor_id", readBrowser(post.visitor), visitor],
    ["other_email", readEmail(post.email), readEmail(standing.email ?? undefined)],
    ["other_phone", post.phone === undefined ? null : (readPhone(post.phone) ?? post.phone), standing.phone],
  ] as const;
  for (const [name, ours, theirs] of pairs)
    if (ours !== null && theirs !== null && ours !== theirs) return name;
  return null;
}
