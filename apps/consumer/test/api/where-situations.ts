import { env } from "cloudflare:test";
import type { House } from "./people.ts";
import { anna, submitForm } from "./person.ts";
import { blocked, buried, parked, spilled, storedAndTried, waitingForD1 } from "./where-states.ts";
import { testNow } from "../deliver-messages.ts";

const refused = () => new Response("no", { status: 422 });
const failed = () => new Response("later", { status: 500 });
const change = (house: House, sql: string) => env.DB.prepare(sql).bind(house.clientId).run();

type Situation = [state: string, happens: (house: House) => Promise<string>, kinds: string, actions: string];

const stored = "received decided stored destination";
/** Where a lead can be: the state that is told, how it comes about, the kinds of its steps in order, and what is offered to be done. */
export const situations: Situation[] = [
  ["pending", (house) => storedAndTried(house), stored, "cancelDelivery"],
  [
    "pending",
    (house) => storedAndTried(house, failed()),
    `${stored} attempt`,
    "testDestination cancelDelivery",
  ],
  [
    "pending",
    async (house) => {
      const id = await storedAndTried(house, failed());
      await change(house, "UPDATE deliveries SET next_attempt_at = 9000000000000 WHERE client_id = ?");
      return id;
    },
    `${stored} attempt`,
    "testDestination retryDelivery cancelDelivery",
  ],
  [
    "in_flight",
    async (house) => {
      const id = await storedAndTried(house);
      await change(
        house,
        "UPDATE deliveries SET status = 'in_flight', attempts = 1, lease_until = 9000000000000 WHERE client_id = ?",
      );
      return id;
    },
    stored,
    "",
  ],
  [
    "held",
    async (house) => {
      await change(house, "UPDATE destinations SET enabled = 0 WHERE client_id = ?");
      return storedAndTried(house);
    },
    stored,
    "changeDestination testDestination cancelDelivery",
  ],
  ["delivered", (house) => storedAndTried(house, new Response("ok")), `${stored} attempt`, ""],
  [
    "confirmed",
    async (house) => {
      const id = await storedAndTried(house, new Response("ok"));
      await change(house, "UPDATE deliveries SET status = 'confirmed' WHERE client_id = ?");
      return id;
    },
    `${stored} attempt`,
    "",
  ],
  [
    "dead",
    (house) => storedAndTried(house, refused()),
    `${stored} attempt dead_letter`,
    "testDestination retryDelivery discardDeadLetter",
  ],
  [
    "dead",
    async (house) => {
      const id = await storedAndTried(house, refused());
      await change(
        house,
        "UPDATE dead_letters SET state = 'discarded', settled_at = 1800000000000 WHERE client_id = ?",
      );
      return id;
    },
    `${stored} attempt dead_letter dead_letter_settled`,
    "retryDelivery",
  ],
  [
    "dead",
    (house) => storedAndTried(house, new Response("gone", { status: 410 })),
    `${stored} attempt dead_letter`,
    "changeDestination changeDestination testDestination discardDeadLetter",
  ],
  [
    "cancelled",
    async (house) => {
      const id = await storedAndTried(house);
      await change(
        house,
        "UPDATE deliveries SET status = 'cancelled', settled_at = 1800000000000 WHERE client_id = ?",
      );
      return id;
    },
    `${stored} cancelled`,
    "retryDelivery",
  ],
  [
    "nothing_to_send",
    async (house) => {
      await submitForm(house, anna, { received_at: testNow - 60_000 });
      return submitForm(house, anna, { received_at: testNow });
    },
    "received decided stored",
    "",
  ],
  [
    "nothing_to_send",
    async (house) => {
      await change(house, `UPDATE clients SET test_strings_json = '["winterbottom"]' WHERE id = ?`);
      return submitForm(house, anna, { received_at: testNow });
    },
    stored,
    "",
  ],
  ["blocked", blocked, "received blocked", "unblockIp"],
  [
    "dead_letter",
    (house) => buried(house, "poison"),
    "received dead_letter",
    "replayDeadLetter discardDeadLetter",
  ],
  [
    "dead_letter",
    (house) => buried(house, "spill"),
    "received dead_letter",
    "replayDeadLetter discardDeadLetter",
  ],
  [
    "dead_letter",
    (house) => buried(house, "storage_unavailable"),
    "received dead_letter",
    "replayDeadLetter discardDeadLetter",
  ],
  [
    "replayed",
    async (house) => {
      const id = await buried(house, "poison");
      await change(
        house,
        "UPDATE dead_letters SET state = 'replayed', settled_at = 1800000000000 WHERE client_id = ?",
      );
      return id;
    },
    "received dead_letter dead_letter_settled",
    "",
  ],
  [
    "discarded",
    async (house) => {
      const id = await buried(house, "poison");
      await change(
        house,
        "UPDATE dead_letters SET state = 'discarded', settled_at = 1800000000000 WHERE client_id = ?",
      );
      return id;
    },
    "received dead_letter dead_letter_settled",
    "",
  ],
  ["parked", parked, "received dead_letter_parked", ""],
  ["spilled", spilled, "received spilled", ""],
  ["waiting_for_storage", waitingForD1, "received waiting_for_storage", ""],
];
