import { isSupportedCountry } from "libphonenumber-js/min";

/** True for an ISO 3166 region, in upper case, whose phone numbers can be read. */
export const isRegion = (text: string): boolean => isSupportedCountry(text);
