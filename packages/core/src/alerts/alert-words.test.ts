import { describe, expect, it } from "vitest";
import { alertWords } from "./alert-words.ts";

const since = Date.UTC(2026, 10, 30, 3, 0);
const nowMs = since + 90 * 60_000;
const destination = { id: "dst_1", name: "CRM" };
const letters = {
  cause: "refused",
  status_code: 422,
  error: null,
  fingerprint: "f00d",
  open: 12,
  sample_id: "dl_1",
};

describe("whoever is woken reads", () => {
  it.each<[what: string, facts: Parameters<typeof alertWords>[0], summary: string, what_next: string]>([
    [
      "that a destination takes nothing, since when, and that no lead is lost by it",
      { type: "destination.down", destination, since, nowMs },
      "CRM takes nothing since 2026-11-30 03:00:00 UTC. Leads wait and no attempts are spent; one is sent now and then to see whether it is back.",
      "Look at the receiver. `leadrelay destination show dst_1` says what waits, `leadrelay destination test dst_1` whether it answers.",
    ],
    [
      "that a destination refused leads in a row, which is not the same: those are to be sent again",
      { type: "destination.down", destination, since, nowMs, refused: 20 },
      "CRM refused the last 20 leads, the last of them 2026-11-30 03:00:00 UTC. What comes waits and no attempts are spent; one lead is sent now and then to see whether it takes it.",
      "`leadrelay dlq causes --destination dst_1` says why. Mend that, then `leadrelay destination enable dst_1` sends what waits, and `leadrelay queue replay --destination dst_1 --status dead` plans to send again what it refused.",
    ],
    [
      "how long it was, once it is over",
      { type: "destination.recovered", destination, since, nowMs },
      "CRM takes leads again, after 90 minutes. What waited is being sent.",
      "Nothing. `leadrelay destination show dst_1` says what still waits.",
    ],
    [
      "of an end that a clock puts before its beginning as of no time at all",
      { type: "destination.recovered", destination, since: nowMs, nowMs: since },
      "CRM takes leads again, after less than a second. What waited is being sent.",
      "Nothing. `leadrelay destination show dst_1` says what still waits.",
    ],
    [
      "that one was switched off because it took nothing for days",
      { type: "destination.disabled", destination, since, nowMs, tookNothing: true },
      "CRM took nothing for five days, and was switched off at 2026-11-30 03:00:00 UTC. Its leads are held.",
      "Mend its receiver: `leadrelay destination test dst_1` shows what it answers. Then `leadrelay destination enable dst_1` sends what is held, and `leadrelay queue replay --destination dst_1 --status dead` plans to send again what died.",
    ],
    [
      "that one was switched off because it said that its address is gone",
      { type: "destination.disabled", destination, since, nowMs },
      "CRM said that its address is gone, and was switched off at 2026-11-30 03:00:00 UTC. Its leads are held.",
      "Give it a new address: `leadrelay destination change dst_1 --address`, then `leadrelay destination enable dst_1` sends what is held.",
    ],
    [
      "how many leads were lost to one cause, and how to send them all again",
      {
        type: "delivery.dead_lettered",
        destination,
        dead_letters: { ...letters, cause: "lost", status_code: null },
      },
      "12 leads did not reach CRM. The worker that made the last attempt vanished before it could say how that ended.",
      "The worker of its last attempt vanished, so the receiver may have it: look there by the delivery id, and send again by `leadrelay queue replay --fingerprint f00d` if it is missing. `leadrelay dlq show dl_1` shows one.",
    ],
    [
      "how to send the only one again",
      {
        type: "delivery.dead_lettered",
        destination,
        dead_letters: { ...letters, cause: "gone", status_code: 410, open: 1 },
      },
      "1 lead did not reach CRM. The receiver said that its address is gone (410), so the destination was disabled.",
      "The receiver said that this address is gone: give the destination a new one and enable it, then send again by `leadrelay dlq replay dl_1`. `leadrelay dlq show dl_1` shows one.",
    ],
  ])("%s", (_, facts, summary, what_next) => expect(alertWords(facts)).toEqual({ summary, what_next }));
});
