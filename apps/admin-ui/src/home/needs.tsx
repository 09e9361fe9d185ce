import { Link } from "@tanstack/react-router";
import { CircleCheck } from "lucide-react";
import type { Schemas } from "../api.ts";
import { homeTexts as texts } from "../texts/home.ts";
import { Badge } from "../ui/badge.tsx";
import { When } from "../ui/when.tsx";
import { NeedLink } from "./need-link.tsx";
import { Said } from "../ui/said.tsx";

const looks = { problem: "bad", warning: "warn", notice: "calm" } as const;

/** What needs a person, the worst first as the API orders it, each with its one action. What is healthy takes one line. */
export function Needs({ home }: { home: Schemas["Home"] }) {
  if (home.needs.length === 0) return <Calm home={home} />;
  return (
    <section aria-labelledby="needs" className="grid gap-2">
      <h2 id="needs" className="text-sm font-semibold">
        {texts.needs}
      </h2>
      <ul className="bg-surface border-line divide-line divide-y rounded-lg border">
        {home.needs.map((need, index) => (
          <li
            key={`${need.kind} ${need.destination_id} ${need.form_id} ${need.client_id} ${index}`}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3"
          >
            <div className="grid min-w-60 flex-1 gap-0.5">
              <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Badge look={looks[need.severity]}>{texts.severities[need.severity]}</Badge>
                <span className="font-medium">
                  <Said text={need.title} />
                </span>
              </div>
              <p className="text-soft">
                <Said text={need.detail} />
              </p>
              {need.since === null ? null : (
                <p className="text-soft text-xs">
                  {texts.since} <When at={need.since} />
                </p>
              )}
            </div>
            <NeedLink need={need} isFirst={index === 0} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Within a minute nobody counts. */
const justNowMs = 60_000;

const Calm = ({ home: { last_lead_at, has_leads } }: { home: Schemas["Home"] }) => (
  <div className="flex items-center gap-3 py-2">
    <CircleCheck aria-hidden className="text-good size-6 shrink-0" />
    <div>
      <p className="font-medium">{texts.calm}</p>
      <p className="text-soft">
        {last_lead_at === null ? (
          has_leads ? (
            texts.noLead
          ) : (
            texts.nobodyYet
          )
        ) : (
          <Link to="/leads" className="hover:text-ink underline-offset-2 hover:underline">
            {Date.now() - last_lead_at < justNowMs ? (
              texts.justNow
            ) : (
              <>
                {texts.lastLead} <When at={last_lead_at} relative />
              </>
            )}
          </Link>
        )}
      </p>
    </div>
  </div>
);
