import type { Schemas } from "../api.ts";
import { useMay } from "../shell/use-may.ts";
import { Section } from "../ui/section.tsx";
import { Standing } from "../ui/standing.tsx";
import { When } from "../ui/when.tsx";
import { HowTheyCame } from "./how-they-came.tsx";
import { LeadContact } from "./lead-contact.tsx";
import { LeadStage } from "./lead-stage.tsx";
import { LeadTimeline } from "./lead-timeline.tsx";
import { NoteForm } from "./note-form.tsx";

/** All of a lead: who, where it stands and what moves it on, how it came, and what happened. */
export function LeadBody({ lead }: { lead: Schemas["LeadDetails"] }) {
  const mayChange = useMay("leads:write");
  return (
    <div className="divide-line grid divide-y">
      <Section title="Where it stands">
        <Standing stands={lead.stands} />
      </Section>
      <Section title="Contact">
        <LeadContact lead={lead} />
      </Section>
      <Section title="Stage">{mayChange ? <LeadStage lead={lead} /> : <p>{lead.status}</p>}</Section>
      <Section title="How they came">
        <HowTheyCame attribution={lead.attribution} />
      </Section>
      <Section title={`Submissions (${lead.submission_count})`}>
        <ol className="grid gap-2">
          {lead.submissions.map((submission) => (
            <li key={submission.id} className="border-line grid gap-1 rounded-md border p-3">
              <div className="flex justify-between gap-2">
                <span className="font-medium">Submission {submission.submission_number}</span>
                <span className="text-soft">
                  <When at={submission.submitted_at} />
                </span>
              </div>
              <p className="text-soft">{submission.explanation}</p>
            </li>
          ))}
        </ol>
      </Section>
      <Section title="What happened">
        {mayChange ? <NoteForm leadId={lead.id} /> : null}
        <LeadTimeline leadId={lead.id} />
      </Section>
    </div>
  );
}
