import { compileAllowedHosts } from "./allowed-hosts.ts";

const label = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
const name = new RegExp(`^${label}(\\.${label})*$`);
const address = /^(\d+(\.\d+){3}|\[[0-9a-f:.]+\])$/;

/**
 * How a form stores a host an operator typed, as `compileAllowedHosts` reads it: `example.com`, `*.example.com`, `localhost:8789`;
 * lower case, names in Punycode, without scheme. `error` is a sentence for the operator.
 */
export function canonicalHost(text: string): { ok: true; host: string } | { ok: false; error: string } {
  const typed = text.trim().toLowerCase();
  const bare = typed.replace(/^https?:\/\//, "").replace(/\/$/, "");
  const wildcard = bare.startsWith("*.");
  const [rule] = /[/?#@\\\s]/.test(bare) ? [] : compileAllowedHosts([bare]).rules;
  if (rule === undefined || !(name.test(rule.hostname) || address.test(rule.hostname)))
    return {
      ok: false,
      error: `"${text}" is not a host such as example.com, *.example.com or localhost:8789`,
    };
  if (wildcard && (address.test(rule.hostname) || !rule.hostname.includes(".")))
    return {
      ok: false,
      error: `"${text}" would allow too much: name a domain behind the *, such as *.example.com`,
    };
  const port = rule.port === "" ? "" : `:${rule.port}`;
  return { ok: true, host: `${wildcard ? "*." : ""}${rule.hostname}${port}` };
}
