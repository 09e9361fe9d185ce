import * as z from "zod/mini";
import { isPublicAddress } from "./is-public-address.ts";

const resolver = "https://cloudflare-dns.com/dns-query";
const timeoutMs = 2_000;

/** RFC 1035 and 3596: records that hold an address. */
const addressTypes = { A: 1, AAAA: 28 } as const;

const answerSchema = z.object({ Answer: z.optional(z.array(z.object({ type: z.int(), data: z.string() }))) });

/**
 * True when public DNS (over HTTPS) gives this name an address that is not of the public internet. Never throws: what DNS does not
 * answer counts as false, and a name can lead elsewhere a minute later. It finds mistakes, it is no wall.
 */
export async function resolvesInside(host: string, ask: typeof fetch): Promise<boolean> {
  const answers = await Promise.all(
    Object.entries(addressTypes).map(([name, type]) => addressesOf(host, name, type, ask).catch(() => [])),
  );
  return answers.flat().some((address) => !isPublicAddress(address));
}

async function addressesOf(host: string, name: string, type: number, ask: typeof fetch): Promise<string[]> {
  const response = await ask(`${resolver}?name=${encodeURIComponent(host)}&type=${name}`, {
    headers: { accept: "application/dns-json" },
    signal: AbortSignal.timeout(timeoutMs),
  });
  const read = answerSchema.safeParse(await response.json());
  const records = read.success ? (read.data.Answer ?? []) : [];
  return records.filter((record) => record.type === type).map(({ data }) => data);
}
