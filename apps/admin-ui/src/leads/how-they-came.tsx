import type { Schemas } from "../api.ts";
import { leadWords } from "../texts/lead.ts";

const names = leadWords.came.names;

/** How a lead came the first time and, where that differs, the latest. */
export function HowTheyCame({ attribution }: { attribution: Schemas["Lead"]["attribution"] }) {
  const { first, latest } = attribution;
  const told = keysOf(names).filter((name) => (first?.[name] ?? latest?.[name] ?? null) !== null);
  if (told.length === 0) return <p className="text-soft">{leadWords.came.nothing}</p>;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      {told.map((name) => {
        const [before, now] = [first?.[name] ?? null, latest?.[name] ?? null];
        const isOther = before !== null && now !== null && before !== now;
        return (
          <div key={name} className="contents">
            <dt className="text-soft">{names[name]}</dt>
            <dd className="break-all">
              {isOther ? (
                <>
                  <span className="text-soft">{leadWords.came.first} </span>
                  {before}
                  <span className="text-soft"> · {leadWords.came.latest} </span>
                  {now}
                </>
              ) : (
                (before ?? now)
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const keysOf = <Names extends object>(of: Names) => Object.keys(of) as (keyof Names)[];
