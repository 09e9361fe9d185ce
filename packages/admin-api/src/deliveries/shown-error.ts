/**
 * An error as lists show it: what is ours (no status code) whole, of a receiver's answer the status alone. Its own words may hold contact
 * details, and a list is no reading of those: reading one delivery or letter is, and stands in the audit log.
 */
export const listedError = (error: string | null, statusCode: number | null): string | null =>
  error === null || statusCode === null ? error : `HTTP ${statusCode}`;

/** An error as one delivery or letter shows it: with the receiver's own words to those who see contact details. */
export const shownError = (error: string | null, statusCode: number | null, masked: boolean): string | null =>
  masked ? listedError(error, statusCode) : error;
