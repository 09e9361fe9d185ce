import { env } from "cloudflare:test";
import { testApi } from "./admin-api.ts";
import { newHouse, type House } from "./people.ts";

/** An address Make would give. */
export const makeUrl = "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyzab12";

export const anyVersion = { "if-match": "*" };

const { call } = testApi();

/** Asks for a Make destination of the house, as its admin unless said. */
export const createDestination = (house: House, body: Record<string, unknown> = {}, as = house.admin) =>
  call("POST", "/api/destinations", {
    as,
    body: {
      client_id: house.clientId,
      name: "Scenario",
      kind: "make",
      settings: { url: makeUrl },
      environments: ["development"],
      ...body,
    },
  });

/** A house without the destination it comes with, whose settings no key opens. */
export async function emptyHouse(): Promise<House> {
  const house = await newHouse();
  await env.DB.prepare("UPDATE destinations SET deleted_at = 1 WHERE id = ?").bind(house.destinationId).run();
  return house;
}
