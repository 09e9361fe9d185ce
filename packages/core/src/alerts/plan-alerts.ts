import type { NoticeOf } from "@leadrelay/contracts/notice";
import { derivedId } from "../ids/derived-id.ts";
import { alertWords } from "./alert-words.ts";

type StateType = "destination.down" | "destination.recovered" | "destination.disabled";

/** A notice that is told without a signal, by what the sweep finds itself. */
type Alert = NoticeOf<StateType | "delivery.dead_lettered">;

/** A destination as alerts tell of it. */
export interface AlertedDestination {
  id: string;
  client_id: string;
  name: string;
  kind: string;
}

/** What is the matter with a destination now; `since` in ms. */
export interface Trouble {
  destination: AlertedDestination;
  state: "down" | "disabled";
  since: number;
  /** Of one that is down because it refused that many leads in a row; absent: it failed. */
  refused?: number;
  /** Of one that is disabled: it took nothing for days; absent: it said that it is gone. */
  tookNothing?: true;
}

/** Dead letters of one cause that are open. */
export interface LetterGroupFacts {
  destination: AlertedDestination;
  cause: string;
  status_code: number | null;
  error: string | null;
  fingerprint: string;
  open: number;
  /** The one that came last, and when (ms). */
  sample_id: string;
  last_failed_at: number;
}

/** What was told of a subject before: a state with its `since`, or how many letters there were, and when. */
export interface Told {
  subject: string;
  destination: AlertedDestination;
  /** `down`, `disabled` or `letters`. */
  kind: string;
  /** Of a state. */
  since: number;
  /** Of letters: how many were open. */
  count: number;
  told_at: number;
  /** Its destination is there, and on. */
  is_on: boolean;
  /** Of `down`: its destination still is. */
  is_down: boolean;
}

/** An alert to be told, and what is to be remembered of it; null: its subject is over. */
export interface PlannedAlert {
  /** The same for the same trouble, whoever plans it and however often. */
  id: string;
  alert: Alert;
  remember: Told | null;
  subject: string;
}

/** What is to be told, and what was told and needs no word of its end. */
export interface AlertPlan {
  alerts: PlannedAlert[];
  over: string[];
}

/** A destination that is back sooner was a hiccup, which nobody is woken for. */
export const shortestOutageMs = 60_000;

/** Letters of one cause are told once, again when there are ten times as many or most of them were settled, and each day. */
const letterGrowth = 10;
export const letterRepeatMs = 24 * 3_600_000;

/**
 * What has to be told now: an outage once and its end once, a destination that was switched off once, and dead letters cause by cause. Planned twice
 * it is the same, under the same ids.
 */
export function planAlerts(
  {
    troubles,
    groups,
    told,
  }: { troubles: readonly Trouble[]; groups: readonly LetterGroupFacts[]; told: readonly Told[] },
  nowMs: number,
): AlertPlan {
  const known = new Map(told.map((one) => [one.subject, one]));
  const ended = told.filter(({ kind, is_on, is_down }) => kind === "down" && !(is_on && is_down));
  return {
    alerts: [
      ...troubles.flatMap((trouble) => planTrouble(trouble, known.get(subjectOf(trouble)), nowMs)),
      ...ended.filter(({ is_on }) => is_on).map((one) => planEnd(one, nowMs)),
      ...groups.flatMap((group) => planLetters(group, known.get(letterSubject(group)), nowMs)),
    ],
    // One that was switched off or deleted meanwhile has not recovered.
    over: ended.filter(({ is_on }) => !is_on).map(({ subject }) => subject),
  };
}

const subjectOf = ({ destination, state }: Trouble) => `${state} ${destination.id}`;

/** The same of a group, wherever it is read. */
export const letterSubject = ({ destination, cause, status_code, fingerprint }: LetterGroupFacts) =>
  `letters ${derivedId(destination.id, cause, String(status_code), fingerprint)}`;

function planTrouble(trouble: Trouble, told: Told | undefined, nowMs: number): PlannedAlert[] {
  const { destination, state, since } = trouble;
  if (state === "down" && nowMs - since < shortestOutageMs) return [];
  // Another time at which it began, and no end in between that anybody saw: the same outage.
  if (told !== undefined && (state === "down" || told.since === since)) return [];
  const remembered = {
    subject: subjectOf(trouble),
    destination,
    kind: state,
    since,
    count: 0,
    told_at: nowMs,
    is_on: true,
    is_down: true,
  };
  const type = state === "down" ? "destination.down" : "destination.disabled";
  return [plan(type, since, remembered, nowMs, trouble)];
}

const planEnd = (told: Told, nowMs: number): PlannedAlert => ({
  ...plan("destination.recovered", told.since, told, nowMs),
  remember: null,
});

function planLetters(group: LetterGroupFacts, told: Told | undefined, nowMs: number): PlannedAlert[] {
  const { destination, open, last_failed_at } = group;
  if (open === 0) return [];
  const isNews =
    told === undefined ||
    (last_failed_at > told.told_at &&
      // Half of those told were settled, and another came: it was not mended, or broke again.
      (open >= told.count * letterGrowth ||
        2 * open <= told.count ||
        nowMs - told.told_at >= letterRepeatMs));
  if (!isNews) return [];
  const remembered = {
    subject: letterSubject(group),
    destination,
    kind: "letters",
    since: 0,
    count: open,
    told_at: nowMs,
    is_on: true,
    is_down: true,
  };
  const { cause, status_code, error, fingerprint, sample_id } = group;
  const dead_letters = {
    cause,
    status_code,
    error: error?.slice(0, 300) ?? null,
    fingerprint,
    open,
    sample_id,
  };
  const type = "delivery.dead_lettered";
  return [
    {
      // By how many there were.
      id: derivedId("alert", type, remembered.subject, `${open} ${last_failed_at}`),
      alert: {
        ...alertOf(destination, last_failed_at),
        ...alertWords({ type, destination, dead_letters }),
        type,
        dead_letters,
      },
      remember: remembered,
      subject: remembered.subject,
    },
  ];
}

function plan(
  type: StateType,
  happenedAt: number,
  told: Told,
  nowMs: number,
  { refused, tookNothing }: Pick<Trouble, "refused" | "tookNothing"> = {},
): PlannedAlert {
  const { destination, subject, since } = told;
  return {
    // A state by when it began.
    id: derivedId("alert", type, subject, String(since)),
    alert: {
      ...alertOf(destination, type === "destination.recovered" ? nowMs : happenedAt),
      ...alertWords({ type, destination, since, nowMs, refused, tookNothing }),
      type,
      dead_letters: null,
    },
    remember: told,
    subject,
  };
}

const alertOf = ({ client_id, id, name, kind }: AlertedDestination, happened_at: number) => ({
  v: 1 as const,
  happened_at,
  client_id,
  destination: { id, name, kind },
});
