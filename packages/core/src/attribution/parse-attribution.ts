import type { Attribution } from "@leadrelay/contracts/attribution";
import { readAttribution, type PackedAttribution } from "./pack-attribution.ts";

/** The attribution in a column; null where none was kept when the row was written. @param pageUrl of the same row, where it has one */
export const parseAttribution = (text: string | null, pageUrl: string | null = null): Attribution | null =>
  text === null
    ? null
    : readAttribution(JSON.parse(text) as PackedAttribution, { page_url: pageUrl, referrer: null });
