import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import type { Tenant } from "../seed/tenant.ts";

/** What was asked for cannot be read; the message says which option, `usage` how it should be. */
export class WrongOption extends Error {}

export const usage = `Usage: DELIVERY_MASTER_KEY=<id:base64> npm run -s tenant:sql -- \\
  --client "Client name" --form-key frm_site --make-url https://hook.eu2.make.com/… --allowed-host www.example.com

  --client        the client's name
  --form-key      the public name in /f/{form key}: letters, digits, _ and -
  --make-url      the scenario's webhook address; printed sealed
  --allowed-host  where the form stands, repeatable; *.example.com covers every subdomain
  --agency        your own name (default: Agency)
  --thank-you     where a submission leads (default: /thank-you on the page's host)
  --region        ISO 3166 region for phone numbers typed without a country code, such as IN
  --api-key       sent to Make as x-make-apikey, if the webhook asks for one

Prints SQL; run it with: npx wrangler d1 execute leadrelay --remote -c wrangler.consumer.toml --file tenant.sql`;

const text = { type: "string" } as const;
const options = {
  client: text,
  "form-key": text,
  "make-url": text,
  "allowed-host": { type: "string", multiple: true },
  agency: text,
  "thank-you": text,
  region: text,
  "api-key": text,
} as const;

/** Ids are new at each call, so that a second run with the same form key is refused by the database. */
export function readTenantOptions(args: readonly string[]): Tenant {
  const values = parse(args);
  const required = (name: "client" | "form-key" | "make-url") => {
    const value = values[name]?.trim();
    if (!value) throw new WrongOption(`--${name} is missing`);
    return value;
  };
  const formKey = required("form-key");
  if (!/^[\w-]{1,64}$/.test(formKey))
    throw new WrongOption("--form-key takes 1 to 64 letters, digits, _ and -");
  const region = values.region?.toUpperCase() ?? null;
  if (region !== null && !/^[A-Z]{2}$/.test(region))
    throw new WrongOption("--region takes two letters, such as IN");
  const client = required("client");
  return {
    agency: { id: "agc_installation", name: values.agency ?? "Agency" },
    client: { id: `cli_${randomUUID()}`, name: client },
    form: {
      id: `form_${randomUUID()}`,
      formKey,
      name: formKey,
      allowedHosts: values["allowed-host"] ?? [],
      thankYouUrl: values["thank-you"] === undefined ? null : httpUrl("thank-you", values["thank-you"]),
      defaultRegion: region,
    },
    destination: {
      id: `dst_${randomUUID()}`,
      name: "Make",
      url: httpUrl("make-url", required("make-url")),
      apiKey: values["api-key"] ?? null,
      environments: ["production"],
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new WrongOption(error instanceof Error ? error.message : String(error));
  }
}

function httpUrl(option: string, value: string): string {
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new WrongOption(`--${option} takes an http(s) URL`);
  return url.href;
}
