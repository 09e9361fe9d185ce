import type { Schemas } from "../api.ts";

type Name = keyof NonNullable<Schemas["Attribution"]>;

const titles: Readonly<Partial<Record<Name, string>>> = {
  utm_source: "Source",
  utm_medium: "Medium",
  utm_campaign: "Campaign",
  utm_term: "Term",
  utm_content: "Content",
  landing_page: "Page",
  referrer: "From",
};

/** How a lead came the first time and, where that differs, the latest. */
export function HowTheyCame({ attribution }: { attribution: Schemas["Lead"]["attribution"] }) {
  const { first, latest } = attribution;
  const rows = Object.entries(titles).filter(([name]) => (first ?? latest)?.[name as Name] != null);
  if (rows.length === 0)
    return <p className="text-soft">Nothing was told: no UTM parameters, no referrer.</p>;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      {rows.map(([name, title]) => {
        const key = name as Name;
        const [before, now] = [first?.[key] ?? null, latest?.[key] ?? null];
        return (
          <div key={name} className="contents">
            <dt className="text-soft">{title}</dt>
            <dd className="break-all">
              {before ?? now}
              {now !== null && before !== null && now !== before ? (
                <span className="text-soft"> · latest {now}</span>
              ) : null}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
