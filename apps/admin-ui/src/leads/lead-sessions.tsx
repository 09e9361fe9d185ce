import type { Schemas } from "../api.ts";
import { leadWords } from "../texts/lead.ts";
import { Section } from "../ui/section.tsx";
import { When } from "../ui/when.tsx";

const words = leadWords.sessions;

/** What a lead did on the site, where that has the tag: a visit each, newest first. Nothing where none is known. */
export function LeadSessions({ lead }: { lead: Schemas["LeadDetails"] }) {
  if (lead.sessions.length === 0) return null;
  return (
    <Section title={leadWords.sections.engagement}>
      <ul className="grid gap-3">
        {lead.sessions.map((session) => (
          <Session key={session.id} session={session} isOwn={session.id === lead.session_id} />
        ))}
      </ul>
    </Section>
  );
}

function Session({ session, isOwn }: { session: Schemas["VisitorSession"]; isOwn: boolean }) {
  const { score, told_score, seen, first_page } = session;
  const wasTold = isOwn && told_score !== score && session.submitted_at !== null;
  return (
    <li className="grid gap-0.5">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium tabular-nums">{words.score(score, session.label)}</span>
        <span className="text-soft">
          <When at={session.started_at} />
        </span>
        {isOwn ? <span className="text-soft">{words.own}</span> : null}
      </p>
      <p>
        {words.came({
          seconds: session.duration_seconds,
          pages: session.pages_visited,
          clicks: session.clicks,
          scrolled: session.scroll_percent,
          returns: session.return_visits,
        })}
      </p>
      {wasTold ? <p className="text-soft">{words.told(told_score)}</p> : null}
      {first_page === null ? null : <p className="text-soft break-all">{words.began(first_page)}</p>}
      {seen.length === 0 ? null : <p className="text-soft break-words">{words.seen(seen.slice(0, 8))}</p>}
    </li>
  );
}
