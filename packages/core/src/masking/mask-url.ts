import { quotesContact } from "./quotes-contact.ts";

/**
 * A page without its query and fragment, where campaigns and scripts put contact details; of one whose path may hold some only the
 * host, and nothing of one that is no page.
 */
export function maskUrl(url: string): string {
  const page = url.replace(/[?#].*$/s, "");
  if (!quotesContact(page)) return page;
  const [, host = ""] = /^((?:[a-z][a-z0-9+.-]*:)?\/\/[^/\\;]+)/i.exec(page) ?? [];
  return host === "" || quotesContact(host) ? "•••" : `${host}/•••`;
}
