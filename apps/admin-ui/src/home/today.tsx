import { Link } from "@tanstack/react-router";
import type { Schemas } from "../api.ts";
import { span } from "../format/time.ts";
import { homeTexts as texts } from "../texts/home.ts";
import { shared } from "../texts/shared.ts";
import { Sparkline } from "../ui/sparkline.tsx";
import { Tile, tileClass } from "./tile.tsx";

/** How today goes: each figure leads to the list that it counts. */
export function Today({ home }: { home: Schemas["Home"] }) {
  const { today, open_dead_letters } = home;
  const { latency_p50_ms: half, latency_p95_ms: most } = today;
  return (
    <section aria-label={texts.today} className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Link to="/leads" search={{ when: "today", tests: "none" }} className={tileClass}>
        <Tile
          title={texts.leads.title}
          value={String(today.leads)}
          beside={
            today.hours.length < 2 ? null : (
              <span className="max-sm:hidden">
                <Sparkline values={today.hours} label={texts.leads.line(today.leads)} />
              </span>
            )
          }
        >
          {texts.leads.lastWeek(today.leads_last_week)}
        </Tile>
      </Link>
      <Link to="/statistics" className={tileClass}>
        <Tile title={texts.speed.title} value={half === null ? shared.none : span(half)}>
          {most === null ? texts.speed.none : texts.speed.most(span(most))}
        </Tile>
      </Link>
      <Link to="/deliveries" search={{}} className={tileClass}>
        <Tile title={texts.delivered.title} value={String(today.delivered)}>
          {texts.delivered.all}
        </Tile>
      </Link>
      <Link to="/dead-letters" search={{}} className={tileClass}>
        <Tile
          title={texts.letters.title}
          value={String(open_dead_letters)}
          look={open_dead_letters === 0 ? "text-ink" : "text-bad"}
        >
          {open_dead_letters === 0 ? texts.letters.none : texts.letters.open}
        </Tile>
      </Link>
    </section>
  );
}
