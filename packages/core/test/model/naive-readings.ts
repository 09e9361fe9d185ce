import type { Post } from "./world.ts";

/** The phone numbers of the histories, in all their spellings; what is not here cannot be read. */
const phones: Record<string, string> = {
  "+91 99999 99999": "+91-9999999999",
  "0091 9999999999": "+91-9999999999",
  "+918888888888": "+91-8888888888",
  "+1 (202) 555-0123": "+1-2025550123",
};

export const readPhone = (typed: string | undefined): string | null => phones[typed ?? ""] ?? null;

export const readEmail = (typed: string | undefined): string | null =>
  typed?.includes("@") && typed.includes(".") ? typed.toLowerCase() : null;

/** Page scripts write such words where they have no id. */
export const readBrowser = (id: string | undefined): string | null =>
  id === undefined || ["undefined", "null"].includes(id) ? null : id;

/** Of IPv6, a home's whole network is one address. A machine's says nothing of a person. */
export const readAddress = ({ ip, machine }: Post): string | null => {
  if (ip === undefined || machine) return null;
  return ip.includes(":") ? ip.split(":").slice(0, 4).join(":") : ip;
};

export const readProject = (typed: string | undefined): string => (typed ?? "").trim().toLowerCase();

export const readSeconds = (typed: string | undefined): number | null =>
  typed === undefined || typed === "soon" ? null : Number(typed);
