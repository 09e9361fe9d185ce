import { trackerHash } from "./script.gen.ts";

/** `script`: the tag, for good under the name that has its hash. `collect`: what it tells. */
export type TrackerRoute = { serves: "script"; isHashed: boolean } | { serves: "collect" };

/**
 * What stands at an address of the tracker: `/t.js`, `/t-{hash}.js` and `/t/collect`, and the same under a path of the installation's
 * own, `/assets/site.js` and `/assets/site`. An earlier hash is served what there is now, and not kept for good.
 * @param ownPath The setting `TRACKER_PATH`; null where there is none.
 */
export function trackerRoute(path: string, ownPath: string | null): TrackerRoute | undefined {
  if (path === "/t/collect" || path === ownPath) return { serves: "collect" };
  const [, base, hash] = /^(.*?)(?:-([0-9a-f]{12}))?\.js$/.exec(path) ?? [];
  if (base === undefined || (base !== "/t" && base !== ownPath)) return undefined;
  return { serves: "script", isHashed: hash === trackerHash };
}
