import { checkUrl, type RefusedUrl, type UrlRules } from "./check-url.ts";
import type { LookUpHost } from "./look-up-host.ts";

export interface GuardRules extends UrlRules {
  /** `CHECK_DESTINATION_DNS`: asks where a name leads; null where nobody asks. */
  lookUpHost: LookUpHost | null;
}

/**
 * An address that may be called, `isSure: false` where DNS did not say where its name leads; or why not. `nowhere`: the name has no
 * address now, which may change.
 */
export type JudgedUrl = { url: URL; isSure: boolean } | { refused: RefusedUrl | "nowhere" };

/** The guard of every address that is saved, tried or sent to: by its text, then by where public DNS says that it leads. */
export async function judgeUrl(text: string, rules: GuardRules): Promise<JudgedUrl> {
  const checked = checkUrl(text, rules);
  if ("refused" in checked) return checked;
  const { url } = checked;
  const leadsTo = (await rules.lookUpHost?.(url.hostname)) ?? "outside";
  switch (leadsTo) {
    case "inside":
      return { refused: "private_address" };
    case "nowhere":
      return { refused: "nowhere" };
    case "outside":
      return { url, isSure: true };
    case "unknown":
      return { url, isSure: false };
    default:
      return leadsTo satisfies never;
  }
}
