import { InvalidArgumentError, Option } from "@commander-js/extra-typings";

/** A day as the machine's own time zone has it, from its midnight to the next; milliseconds UTC. */
interface Day {
  since: number;
  until: number;
}

function readDay(text: string): Day {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text.trim())?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) throw wrong();
  const begin = new Date(year, month - 1, day);
  // The calendar's days alone: 30 February is read as 2 March.
  if (begin.getDate() !== day || begin.getMonth() !== month - 1) throw wrong();
  return { since: begin.getTime(), until: new Date(year, month - 1, day + 1).getTime() };
}

const wrong = () => new InvalidArgumentError("Write it as 2026-11-21.");

export const dayOption = () =>
  new Option("--day <date>", "submitted on this day, as 2026-11-21").argParser(readDay);

/** The period that a day, or its ends, were given as. */
export const periodOf = ({
  day,
  since,
  until,
}: {
  day?: Day | undefined;
  since?: number | undefined;
  until?: number | undefined;
}): { since: number | undefined; until: number | undefined } => day ?? { since, until };
