import { Link } from "@tanstack/react-router";
import type { Schemas } from "../api.ts";
import { leadWords } from "../texts/lead.ts";
import { shared } from "../texts/shared.ts";
import { Section } from "../ui/section.tsx";
import { When } from "../ui/when.tsx";

/** Other projects of the same person, and leads that are perhaps the same person. Nothing where there are none. */
export function LeadKin({ lead: { related, resembles } }: { lead: Schemas["LeadDetails"] }) {
  const words = leadWords.resembles;
  return (
    <>
      {related.length === 0 ? null : (
        <Section title={leadWords.sections.related}>
          <ul className="grid gap-1">
            {related.map(({ id, project, status, last_submitted_at }) => (
              <li key={id} className="flex flex-wrap gap-x-3">
                <Link
                  to="/leads/$leadId"
                  params={{ leadId: id }}
                  className="text-brand font-medium hover:underline"
                >
                  {project ?? shared.none}
                </Link>
                <span>{status}</span>
                <span className="text-soft">
                  <When at={last_submitted_at} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {resembles.length === 0 ? null : (
        <Section title={leadWords.sections.resembles}>
          <ul className="grid gap-2">
            {resembles.map(({ lead_id, kind, differs }) => (
              <li key={lead_id} className="grid gap-0.5">
                <span>
                  {words.what(
                    words.kinds[kind],
                    differs.map((detail) => words.details[detail]).join(words.and),
                  )}
                </span>
                <Link to="/leads/$leadId" params={{ leadId: lead_id }} className="text-brand hover:underline">
                  {words.open}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
