import {
  readAddress,
  readBrowser,
  readEmail,
  readPhone,
  readProject,
  showEmail,
  showPhone,
} from "./naive-readings.ts";
import type { Form, Post, Standing } from "./world.ts";

/** Somebody on one project of one client, live or as a test. */
export interface Person {
  client: string;
  project: string;
  visitor: string | null;
  browser: string | null;
  /** What they are found by. */
  known: { visitor: string[]; email: string[]; phone: string[]; ip: string[] };
  sends: ("waits" | "arrived" | "held" | "dead" | "given_up")[];
  standing: Standing;
}

export const makePerson = (post: Post, form: Form, test: boolean): Person => ({
  client: form.client,
  project: readProject(post.project),
  visitor: readBrowser(post.visitor),
  browser: post.browser ?? null,
  known: { visitor: [], email: [], phone: [], ip: [] },
  sends: [],
  standing: {
    lead: post.id,
    name: post.name ?? null,
    email: showEmail(post.email),
    phone: showPhone(post.phone),
    posts: 1,
    firstAt: post.at,
    lastAt: post.at,
    lastSentAt: null,
    suspicion: 0,
    cameFirst: post.campaign,
    cameLatest: post.campaign,
    test,
  },
});

/** What was given last wins; a late post fills gaps alone, and so does what cannot be read or is nobody's. */
export function addTo(person: Person, post: Post): void {
  const { standing } = person;
  const isLate = post.at < standing.lastAt;
  standing.posts += 1;
  if (post.at < standing.firstAt) standing.cameFirst = post.campaign;
  if (!isLate) standing.cameLatest = post.campaign;
  const email = showEmail(post.email);
  const phone = showPhone(post.phone);
  if (post.name !== undefined && (standing.name === null || !isLate)) standing.name = post.name;
  if (email !== null && (standing.email === null || (!isLate && readEmail(post.email) !== null)))
    standing.email = email;
  if (phone !== null && (standing.phone === null || (!isLate && readPhone(post.phone) !== null)))
    standing.phone = phone;
  const visitor = readBrowser(post.visitor);
  if (visitor !== null && (person.visitor === null || !isLate)) person.visitor = visitor;
  if (post.browser !== undefined && (person.browser === null || !isLate)) person.browser = post.browser;
}

/** Nobody is found by what another has; an address is the newest lead's there. */
export function remember(post: Post, person: Person, others: readonly Person[]): void {
  const values = {
    visitor: readBrowser(post.visitor),
    email: readEmail(post.email),
    phone: readPhone(post.phone),
  };
  for (const kind of ["visitor", "email", "phone"] as const) {
    const value = values[kind];
    if (value === null || [person, ...others].some(({ known }) => known[kind].includes(value))) continue;
    person.known[kind].push(value);
  }
  const address = readAddress(post);
  const isNew = !others.includes(person);
  if (address !== null && (isNew || others.every(({ known }) => !known.ip.includes(address))))
    person.known.ip.push(address);
}
