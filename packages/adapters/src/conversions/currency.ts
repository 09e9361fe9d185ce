import * as z from "zod/mini";
import { optional, text } from "../settings/fields.ts";

const currency = text({
  label: "Currency",
  help: "of the values that the CRM tells, three letters; without it no value is sent",
  example: "INR",
  most: 3,
});
const wrong = "should be a currency's three letters, such as INR";

/** The currency of values, as ISO 4217 writes it. */
export const currencyField = optional({
  ...currency,
  schema: currency.schema.check(z.regex(/^[A-Z]{3}$/, wrong)),
});
