import { env } from "cloudflare:test";
import { newHouse } from "./people.ts";
import { leadOf, submitForm } from "./person.ts";

/** Somebody whom nothing of Annabel's matches. */
const ben = { name: "Ben Hur", email: "ben@hur.example" };
/** Of a submission that tells nothing of where it comes from. */
export const context = { ...sampleContext(), ip: null };

function sampleContext() {
  return {
    ip: null,
    country: "IN",
    city: null,
    region: null,
    timezone: null,
    asn: null,
    user_agent: null,
    referrer: null,
  };
}

/** A house with the leads of Annabel and Ben. */
export async function houseWithLeads() {
  const house = await newHouse();
  await env.DB.prepare("UPDATE forms SET default_region = 'IN' WHERE id = ?").bind(house.formId).run();
  const annas = await leadOf(await submitForm(house));
  const bens = await leadOf(await submitForm(house, ben, { fields: ben, context }));
  return { ...house, annas, bens };
}
