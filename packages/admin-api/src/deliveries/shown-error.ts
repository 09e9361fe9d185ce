import { quotesContact } from "@leadrelay/core/masking/quotes-contact";

/** An error as one delivery or letter shows it: with the receiver's own words to those who see contact details. */
export const shownError = (error: string | null, statusCode: number | null, masked: boolean): string | null =>
  error === null || statusCode === null || !masked ? error : `HTTP ${statusCode}`;

/**
 * An error as lists show it, which no audit entry tells of: without the receiver's words also where they seem to quote the lead.
 * One delivery or letter shows them whole, and its reading is written down.
 */
export const listedError = (
  error: string | null,
  statusCode: number | null,
  masked: boolean,
): string | null => shownError(error, statusCode, masked || (error !== null && quotesContact(error)));
