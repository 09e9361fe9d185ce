import type { Environment } from "@leadrelay/contracts/environment";
import { compileAllowedHosts } from "@leadrelay/core/redirect/allowed-hosts";
import { readRegion } from "@leadrelay/core/phone/read-region";
import { checkUrl } from "@leadrelay/delivery/guarded-fetch/check-url";
import { WrongOption } from "./wrong-option.ts";

/** What stands in an example for something to fill in: `…`, `...`, `<your id>`, `{id}`, `YOUR_WEBHOOK`. */
const placeholder = /[…<>{}]|\.\.\.|YOUR_/;

/** The address as deliveries will accept it; only development may deliver to http, a port or a private host. */
export function checkMakeUrl(value: string, environment: Environment): string {
  if (placeholder.test(value))
    throw new WrongOption("--make-url still holds a placeholder; paste the whole address");
  const checked = checkUrl(value, { allowPrivate: environment === "development", ownHosts: [] });
  if ("url" in checked) return checked.url.href;
  const allowed =
    environment === "development" ? "an http(s) address" : "the public https address of a webhook";
  throw new WrongOption(`--make-url takes ${allowed} (refused: ${checked.refused})`);
}

/** `www.example.com`, `*.example.com` or `localhost:8789`: a host, not a page. */
export function checkAllowedHost(value: string): string {
  const host = value.trim();
  const isHost = /^(\*\.)?([\p{L}\p{N}-]+\.)*[\p{L}\p{N}-]+(:\d+)?$/u.test(host);
  if (!isHost || compileAllowedHosts([host]).rules.length === 0)
    throw new WrongOption(
      `--allowed-host takes www.example.com, *.example.com or localhost:3000, not "${host}"`,
    );
  return host;
}

/** An ISO 3166 region whose phone numbers we can read. */
export function checkRegion(value: string): string {
  const region = value.trim().toUpperCase();
  const known = /^[A-Z]{2}$/.test(region) ? readRegion(region) : undefined;
  if (known === undefined || !("defaultCountry" in known))
    throw new WrongOption(`--region takes the two letters of a country, such as IN, not "${value}"`);
  return known.defaultCountry;
}

/** Where a caller may be sent after the form. */
export function checkThankYou(value: string): string {
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol) || placeholder.test(value))
    throw new WrongOption("--thank-you takes an http(s) URL");
  return url.href;
}
