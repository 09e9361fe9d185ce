import { readAddress, readBrowser, readEmail, readPhone, showPhone, saidNumber } from "./naive-readings.ts";
import type { Person } from "./person.ts";
import type { Post } from "./world.ts";

export interface Found {
  person: Person | null;
  by: "visitor_id" | "email" | "phone" | "ip" | null;
  ipRejected: string | null;
  /** Who looked alike and is another: `visitor_id of p001: email and name`. */
  lookAlikes: string[];
}

/**
 * Whoever of these has the browser; else the e-mail address; else the phone number; else, with great care, the IP address. Where
 * people are guarded against being taken for each other, only somebody who is not plainly another person.
 */
export function findPerson(post: Post, people: readonly Person[], window: number, guarded: boolean): Found {
  const lookAlikes: string[] = [];
  const visitor = readBrowser(post.visitor);
  const email = readEmail(post.email);
  const phone = readPhone(post.phone);
  const address = readAddress(post);
  const isAnother = (by: NonNullable<Found["by"]>, person: Person) => {
    const others = guarded ? whatIsAnothers(by, post, person) : null;
    if (others !== null) lookAlikes.push(`${by} of ${person.standing.lead}: ${others.join(" and ")}`);
    return others !== null;
  };
  const byVisitor = people.find(({ known }) => visitor !== null && known.visitor.includes(visitor));
  if (byVisitor && !isAnother("visitor_id", byVisitor))
    return { person: byVisitor, by: "visitor_id", ipRejected: null, lookAlikes };
  const byEmail = people.find(({ known }) => email !== null && known.email.includes(email));
  if (byEmail && !isAnother("email", byEmail))
    return { person: byEmail, by: "email", ipRejected: null, lookAlikes };
  const byPhone = people.find(({ known }) => phone !== null && known.phone.includes(phone));
  if (byPhone && !isAnother("phone", byPhone))
    return { person: byPhone, by: "phone", ipRejected: null, lookAlikes };
  const there = people.filter(({ known }) => address !== null && known.ip.includes(address));
  const newest = there[there.length - 1];
  if (newest === undefined) return { person: null, by: null, ipRejected: null, lookAlikes };
  const ipRejected = doubt(post, newest, window) ?? (isAnother("ip", newest) ? "other_name" : null);
  return ipRejected === null
    ? { person: newest, by: "ip", ipRejected, lookAlikes }
    : { person: null, by: null, ipRejected, lookAlikes };
}

/** What shows that the post is another person's than who was found; null where it may well be theirs. */
function whatIsAnothers(by: NonNullable<Found["by"]>, post: Post, person: Person): string[] | null {
  const { known, standing } = person;
  const email = readEmail(post.email);
  const shownEmail = readEmail(standing.email ?? undefined);
  const sameEmail = email !== null && (email === shownEmail || known.email.includes(email));
  const otherEmail = !sameEmail && email !== null && shownEmail !== null;
  const phone = readPhone(post.phone);
  const saidPhone = saidNumber(showPhone(post.phone));
  const shownPhone = saidNumber(standing.phone);
  const samePhone = phone !== null && (saidPhone === shownPhone || known.phone.includes(phone));
  const otherPhone = !samePhone && saidPhone !== null && shownPhone !== null && saidPhone !== shownPhone;
  const words = (name: string) => name.toLowerCase().split(" ");
  const otherName =
    post.name !== undefined &&
    standing.name !== null &&
    words(post.name).every((word) => !words(standing.name ?? "").includes(word));
  const others = [
    ...(otherEmail ? ["email"] : []),
    ...(otherPhone ? ["phone"] : []),
    ...(otherName ? ["name"] : []),
  ];
  if (by === "visitor_id") return !sameEmail && !samePhone && others.length > 1 ? others : null;
  if (by === "ip") return otherName ? others : null;
  const theOther = by === "email" ? otherPhone : otherEmail;
  return otherName && theOther ? others : null;
}

/** An address vouches soon before or after, from the same browser, where nothing that both sides say differs. */
function doubt(post: Post, { standing, visitor, browser }: Person, window: number) {
  if (post.at >= standing.lastAt + window || post.at <= standing.lastAt - window)
    return "outside_duplicate_window";
  if (post.browser === undefined || post.browser !== browser) return "other_user_agent";
  const pairs = [
    ["other_visitor_id", readBrowser(post.visitor), visitor],
    ["other_email", readEmail(post.email), readEmail(standing.email ?? undefined)],
    ["other_phone", saidNumber(showPhone(post.phone)), saidNumber(standing.phone)],
  ] as const;
  for (const [name, ours, theirs] of pairs)
    if (ours !== null && theirs !== null && ours !== theirs) return name;
  return null;
}
