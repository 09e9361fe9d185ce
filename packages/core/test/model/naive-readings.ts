import type { Post } from "./world.ts";

/**
 * The phone numbers of the histories, in all their spellings: what is shown of each, and the number it is known by, if any. What is not
 * here cannot be read.
 */
const phones: Record<string, { shown: string | null; number: string | null }> = {
  "+91 98765 43210": { shown: "+91-9876543210", number: "+91-9876543210" },
  "0091 9876543210": { shown: "+91-9876543210", number: "+91-9876543210" },
  "+91 91 98765 43210": { shown: "+91-9876543210", number: "+91-9876543210" },
  "+919123456780": { shown: "+91-9123456780", number: "+91-9123456780" },
  "+1 (202) 555-0123": { shown: "+1-2025550123", number: "+1-2025550123" },
  "+1 202 555 0123 x7": { shown: "+1-2025550123 x7", number: "+1-2025550123" },
  "+91 91234 56780, +91 98765 43210": { shown: "+91 91234 56780, +91 98765 43210", number: "+91-9123456780" },
  "+91 99999 99999": { shown: "+91-9999999999", number: null },
  "+91": { shown: null, number: null },
};

/** By what number somebody is known who typed this. */
export const readPhone = (typed: string | undefined): string | null => phones[typed ?? ""]?.number ?? null;

/** What people see of it. */
export const showPhone = (typed: string | undefined): string | null =>
  typed === undefined ? null : (phones[typed] ?? { shown: typed }).shown;

export const isNoPhone = (typed: string | undefined): boolean =>
  typed !== undefined && phones[typed] === undefined;

/** What is shown as it is held against another: one number, whoever is asked for there. Nobody's says nothing. */
export const saidNumber = (shown: string | null): string | null => {
  const number = shown?.split(" x")[0] ?? null;
  return number === "+91-9999999999" ? null : number;
};

const nobodys = new Set(["noemail@x.io", "test@test.com"]);

export const readEmail = (typed: string | undefined): string | null => {
  const address = showEmail(typed)?.toLowerCase() ?? "";
  return address.includes("@") && !nobodys.has(address) ? address : null;
};

export const showEmail = (typed: string | undefined): string | null =>
  typed === undefined || typed === "none" ? null : typed.replace(/^.*</, "").replace(">", "");

/** Page scripts write such words where they have no id, and tag managers what they did not fill in. */
export const readBrowser = (id: string | undefined): string | null =>
  id === undefined || ["undefined", "null", "{{Visitor ID}}"].includes(id) ? null : id;

/** Of IPv6, a home's whole network is one address. A machine's says nothing of a person. */
export const readAddress = ({ ip, machine }: Post): string | null => {
  if (ip === undefined || machine) return null;
  return ip.includes(":") ? ip.split(":").slice(0, 4).join(":") : ip;
};

export const readProject = (typed: string | undefined): string => (typed ?? "").trim().toLowerCase();

export const readSeconds = (typed: string | undefined): number | null =>
  typed === undefined || typed === "soon" ? null : Number(typed);
