import type { SourceDoor } from "./door.ts";
import { generic } from "./generic/generic.ts";
import { googleAds } from "./google_ads/google-ads.ts";
import { indiamart } from "./indiamart/indiamart.ts";
import { justdial } from "./justdial/justdial.ts";
import { signed } from "./signed/signed.ts";

const all: readonly SourceDoor<unknown>[] = [signed, generic, googleAds, indiamart, justdial];
const doors: ReadonlyMap<string, SourceDoor<unknown>> = new Map(all.map((door) => [door.kind, door]));

/** Every kind of source there is. */
export const sourceKinds: readonly string[] = [...doors.keys()];

/** undefined for a kind that this version does not know. */
export const findDoor = (kind: string): SourceDoor<unknown> | undefined => doors.get(kind);
