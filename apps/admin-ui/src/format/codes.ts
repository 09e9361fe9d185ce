import { deliveries } from "../texts/deliveries.ts";

/** The answers that a list of deliveries is narrowed to by a press; any other code may stand in the address. */
export const codeWords = Object.entries(deliveries.codes);
