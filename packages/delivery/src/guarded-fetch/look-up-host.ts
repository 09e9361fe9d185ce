import * as z from "zod/mini";
import { isPublicAddress } from "./is-public-address.ts";

const resolver = "https://cloudflare-dns.com/dns-query";
const timeoutMs = 2_000;

/** RFC 1035 and 3596: records that hold an address. */
const addressTypes = { A: 1, AAAA: 28 } as const;

/** RFC 1035 and 8484 as JSON: 0 is an answer, 3 says that there is no such name; all else is trouble of the resolver's. */
const answered = 0;
const noSuchName = 3;

const answerSchema = z.object({
  Status: z.int(),
  Answer: z.optional(z.array(z.object({ type: z.int(), data: z.string() }))),
});

/** Where a name leads: `unknown` is what DNS did not tell. */
export type LeadsTo = "outside" | "inside" | "nowhere" | "unknown";

/** Never throws. @param host As `new URL()` has it. */
export type LookUpHost = (host: string) => Promise<LeadsTo>;

/**
 * Asks public DNS (over HTTPS) for a name's addresses: `inside` where any of them is not of the public internet, `nowhere` where it has
 * none. Never throws. A name can lead elsewhere a minute later: this finds mistakes, it is no wall.
 */
export async function lookUpHost(host: string, ask: typeof fetch): Promise<LeadsTo> {
  const answers = await Promise.all(
    Object.entries(addressTypes).map(([name, type]) => addressesOf(host, name, type, ask).catch(() => null)),
  );
  const found = answers.flatMap((addresses) => addresses ?? []);
  if (found.some((address) => !isPublicAddress(address))) return "inside";
  if (found.length > 0) return "outside";
  return answers.includes(null) ? "unknown" : "nowhere";
}

/** null where the resolver does not know. */
async function addressesOf(
  host: string,
  name: string,
  type: number,
  ask: typeof fetch,
): Promise<string[] | null> {
  const response = await ask(`${resolver}?name=${encodeURIComponent(host)}&type=${name}`, {
    headers: { accept: "application/dns-json" },
    signal: AbortSignal.timeout(timeoutMs),
  });
  const read = answerSchema.safeParse(await response.json());
  if (!read.success || ![answered, noSuchName].includes(read.data.Status)) return null;
  return (read.data.Answer ?? []).filter((record) => record.type === type).map(({ data }) => data);
}
