import { isPlaceholderVisitorId } from "../placeholders/is-placeholder-visitor-id.ts";

/**
 * A browser's id as posted, or as a lead has it: rows of earlier versions may hold what a page's script or a tag manager wrote where it
 * had none. Null where every visitor of a page would be one person.
 */
export const readVisitorId = (text: string | null | undefined): string | null =>
  text === null || text === undefined || isPlaceholderVisitorId(text) ? null : text;
