import { setTimeout as wait } from "node:timers/promises";
import type { Send } from "../evidence/evidence.ts";
import type { Answer } from "../receiver/independent-receiver.ts";
import type { Fault } from "../run/fault.ts";
import type { Run } from "../run/run.ts";

type Answers = (run: Run, send: Send, nth: number) => Answer;

interface Receiver extends Pick<Fault, "settings" | "share"> {
  name: string;
  about: string;
  answers: Answers;
}

/** A receiver that answers so; after its bad answers it takes what it is sent. */
const receiver = ({ answers, ...fault }: Receiver): Fault => ({
  ...fault,
  async play(run) {
    run.receiver.answers((send, nth) => answers(run, send, nth));
    await run.postMany(run.leads);
    await run.until("somebody was asked", () => run.receiver.sends.length > 0);
    await wait(5_000);
    run.receiver.answers(() => ({}));
  },
});

const quickly = { DELIVERY_TIMEOUT_MS: "1000" };

/** Receivers that are down, full, gone, slow, misleading or cut off. */
export const receiverFaults: Fault[] = [
  receiver({
    name: "15-receiver-5xx",
    about: "the receiver answers 500, 502 and 504, each delivery once or twice",
    answers: (run, _send, nth) => (nth <= 2 ? { status: [500, 502, 504][run.random.below(3)] ?? 500 } : {}),
  }),
  {
    name: "16-receiver-429",
    about: "429 with Retry-After in seconds, as a date, as garbage and of 30 years",
    async play(run) {
      const asks = () =>
        ["2", new Date(Date.now() + 3_000).toUTCString(), "soon", "999999999"][run.random.below(4)];
      run.receiver.answers((_send, nth) =>
        nth === 1 ? { status: 429, headers: { "retry-after": asks() ?? "2" } } : {},
      );
      await run.postMany(run.leads);
      await wait(15_000);
      run.receiver.answers(() => ({}));
      // Whatever was asked for, nobody waits longer than a day.
      await run.stack.interrupt();
      await run.startAgain({}, 25 * 3_600_000);
    },
  },
  receiver({
    name: "17-queue-is-full",
    about: 'Make\'s 400 "Queue is full", each delivery once',
    answers: (_run, _send, nth) => (nth === 1 ? { status: 400, body: "Queue is full" } : {}),
  }),
  {
    name: "18-receiver-410",
    about: "410 in the midst of it: the destination is off, what comes is held",
    async play(run) {
      run.rules.ends.push("held", "letter");
      await run.postMany(Math.ceil(run.leads / 3));
      run.receiver.answers(() => ({ status: 410 }));
      await run.postMany(Math.floor((run.leads * 2) / 3));
      await run.until(
        "what comes is held",
        () => run.stored().deliveries.some(({ status }) => status === "held"),
        30_000,
      );
      run.receiver.answers(() => ({}));
    },
  },
  receiver({
    name: "19-timeout",
    about: "the receiver does not answer in time, each delivery once",
    settings: quickly,
    share: 0.5,
    answers: (_run, _send, nth) => (nth === 1 ? { manner: "never" } : {}),
  }),
  receiver({
    name: "19-endless",
    about: "200 with a body that drips, or never ends",
    settings: quickly,
    share: 0.25,
    answers: (run) => ({ manner: run.random.below(2) === 0 ? "drip" : "endless" }),
  }),
  {
    name: "20-redirect-inside",
    about: "redirects to the consumer itself and to a cloud's metadata address",
    async play(run) {
      run.rules.ends.push("letter");
      const inside = [
        `${run.stack.consumerUrl}/__sweep`,
        "http://169.254.169.254/latest/meta-data",
        run.receiver.url("/elsewhere"),
      ];
      run.receiver.answers(() => ({
        status: [301, 302, 307, 308][run.random.below(4)] ?? 307,
        headers: { location: inside[run.random.below(inside.length)] ?? "" },
      }));
      await run.postMany(Math.ceil(run.leads / 2));
      await wait(5_000);
      run.expect(
        "none is followed",
        run.receiver.sends.every(({ path }) => path === "/hook"),
      );
      run.receiver.answers(() => ({}));
      await run.postMany(Math.floor(run.leads / 2));
    },
  },
  receiver({
    name: "21-reset",
    about: "the connection reset after the request was read, each delivery once",
    answers: (_run, _send, nth) => (nth === 1 ? { manner: "reset" } : {}),
  }),
];
