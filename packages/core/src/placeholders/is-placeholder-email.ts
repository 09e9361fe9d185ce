import { isRepeated, isRow } from "./is-row.ts";

/** Said at any domain: nobody has these as their address, or nobody reads them. */
const noAddress: ReadonlySet<string> = new Set(
  (
    "noemail, noemails, nomail, noaddress, notprovided, notavailable, notgiven, nobody, nope, none, null, undefined, " +
    "nan, unknown, anonymous, noreply, donotreply, dontreply, nospam, donotcontact, dontcontact, donthave, " +
    "donthaveone, nothing, keineemail, keinemail, sansmail, sinemail"
  ).split(", "),
);

/** Said before a domain that says no more. */
const anybody: ReadonlySet<string> = new Set(
  (
    "test, tests, testing, tester, test123, testtest, demo, sample, example, email, mail, user, username, name, " +
    "yourname, youremail, you, someone, somebody, anyone, anybody, me, abc, xyz, asdf, asd, qwerty, qwe, foo, bar, " +
    "foobar, fake, dummy, no, noone, not, na, nil, void, admin, blank"
  ).split(", "),
);

/** Domains, without what stands after their last dots, that name no one's mail, or everybody's. */
const anywhere: ReadonlySet<string> = new Set(
  (
    "test, testing, example, sample, demo, email, mail, domain, yourdomain, none, no, null, na, fake, dummy, " +
    "noemail, nomail, asdf, abc, xyz, foo, bar, localhost, invalid, gmail, googlemail, yahoo, hotmail, outlook, " +
    "live, icloud, gmx, web, aol"
  ).split(", "),
);

/**
 * Whether an address is one that people type who give none: `noemail@…` anywhere, `test@test.com`, `a@a.com`, `no@email.com`.
 * A name at its own domain (`mueller@mueller.de`) is somebody's, and so is a single letter at another's (`a@example.com`).
 * @param address as `readEmail` gives it
 */
export function isPlaceholderEmail(address: string): boolean {
  const at = address.lastIndexOf("@");
  const local = bare(address.slice(0, at).split("+", 1).join(""));
  const domain = bare(ownLabel(address.slice(at + 1)));
  if (noAddress.has(local)) return true;
  if (local === domain) return anybody.has(local) || anywhere.has(local) || isNoise(local, domain);
  return (anybody.has(local) && anywhere.has(domain)) || isNoise(local, domain);
}

const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, "");

/** Behind a name of one's own, as in `example.co.uk`. */
const secondLevels: ReadonlySet<string> = new Set(["co", "com", "org", "net", "ac", "gov", "edu"]);

/** `example` of `mail.example.com` and of `example.co.uk`. */
function ownLabel(domain: string): string {
  const [, ...labels] = domain.toLowerCase().split(".").toReversed();
  return labels.find((label) => !secondLevels.has(label)) ?? "";
}

const isOneSign = (text: string) => text.length === 1 || isRepeated(text);

/** Fingers on one key, or on one after another: `a@a`, `xxx@yyy`, `1234@5678`, `a@b`. */
const isNoise = (local: string, domain: string) =>
  local === domain
    ? isOneSign(local) || isRow(local)
    : (isRepeated(local) && isOneSign(domain)) ||
      (isRow(local) && isRow(domain)) ||
      ["ab", "xy"].includes(local + domain);
