import { judgeShare, type ShareLimits } from "../refusals/judge-share.ts";
import { countIn, countSince, type DayCounters } from "../statistics/day-counters.ts";
import { dayOf } from "../statistics/day-of.ts";
import { hourOf, startOfHour } from "../statistics/hour-of.ts";

/** A form that loses more of its posts than it should, and how. */
export interface LosingForm {
  client_id: string;
  form_id: string;
  how: "refused" | "dropped";
  lost: number;
  /** Of all that came since, those included that were taken. */
  posts: number;
  /** ms. */
  since: number;
}

const dayMs = 86_400_000;

/** Forms that refuse, or drop as bots', more of their posts in the last hour or two than they should; as `judgeShare` says it of one. */
export function losingForms(days: readonly DayCounters[], limits: ShareLimits, nowMs: number): LosingForm[] {
  const since = startOfHour(hourOf(nowMs) - 1);
  const today = dayOf(since) * dayMs;
  const week = { from: today - 7 * dayMs, to: today };
  return days
    .flatMap(({ client_id, lost }) => Object.keys(lost).map((form_id) => ({ client_id, form_id })))
    .filter(({ form_id }, index, all) => all.findIndex((one) => one.form_id === form_id) === index)
    .flatMap(({ client_id, form_id }) => {
      const own = days.filter((day) => day.client_id === client_id);
      const took = ({ slots }: DayCounters) => Object.values(slots[form_id] ?? {});
      const taken = countSince(own, since, took);
      return (["r", "d"] as const).flatMap((letter): LosingForm[] => {
        const of = ({ lost }: DayCounters) => [lost[form_id]?.[letter]];
        const lost = countSince(own, since, of);
        const before = { lost: countIn(own, week, of), taken: countIn(own, week, took) };
        if (judgeShare({ lost, taken }, before, limits) === null) return [];
        return [{ client_id, form_id, how: ways[letter], lost, posts: lost + taken, since }];
      });
    });
}

const ways = { r: "refused", d: "dropped" } as const;
