import * as z from "zod/mini";

const keyFile = z.object({
  client_email: z.string().check(z.maxLength(320), z.regex(/^[^\s@]+@[^\s@]+$/)),
  private_key: z
    .string()
    .check(z.regex(/^-----BEGIN PRIVATE KEY-----\s[A-Za-z0-9+/=\s]+-----END PRIVATE KEY-----\s*$/)),
});

/** Who writes into the sheet: of the key file that Google hands out, what signing takes. */
export type ServiceAccount = z.output<typeof keyFile>;

/** undefined for what is not the key file of a service account. */
export function readServiceAccount(text: string): ServiceAccount | undefined {
  try {
    const read = keyFile.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** Throws where settings were not parsed before. */
export function getServiceAccount(text: string): ServiceAccount {
  const account = readServiceAccount(text);
  if (account === undefined) throw new Error("service_account is no key file of a service account");
  return account;
}
