import type { Schemas } from "../api.ts";
import { leadWords } from "../texts/lead.ts";
import { Section } from "../ui/section.tsx";
import { SubmissionCard } from "./submission-card.tsx";

/** Every submission as a card, newest first, each beside the one before it. */
export const LeadSubmissions = ({ lead }: { lead: Schemas["LeadDetails"] }) => (
  <Section title={leadWords.sections.submissions(lead.submission_count)}>
    <ol className="grid w-full gap-2">
      {lead.submissions.map((submission, index) => (
        <SubmissionCard
          key={submission.id}
          submission={submission}
          before={lead.submissions[index + 1] ?? null}
        />
      ))}
    </ol>
    {lead.submissions.length < lead.submission_count && lead.submissions.length === 20 ? (
      <p className="text-soft text-xs">{leadWords.submission.more}</p>
    ) : null}
  </Section>
);
