import { env } from "cloudflare:test";
import { newPerson, signedIn, type Browser, type Person } from "./browser.ts";
import { totpOf } from "./totp.ts";

export interface Enrolled extends Person {
  uri: string;
  backupCodes: string[];
  /** Where it was switched on, and is signed in. */
  browser: Browser;
}

/** An operator with a second factor, whose code of now is used. */
export async function enrolled(given: Parameters<typeof signedIn>[1] = {}): Promise<Enrolled> {
  const person = await newPerson();
  const browser = await signedIn(person, given);
  const { body } = await browser.post("/api/auth/two-factor/enable", { password: person.password });
  await browser.post("/api/auth/two-factor/verify-totp", { code: await totpOf(body.totpURI) });
  return { ...person, uri: body.totpURI, backupCodes: body.backupCodes, browser };
}

/** As if some minutes had passed. */
export const forgetSteps = ({ id }: Person) =>
  env.DB.prepare("UPDATE operator_two_factors SET last_step = NULL WHERE operator_id = ?").bind(id).run();
