import { useMay } from "../shell/use-may.ts";
import { leadWords } from "../texts/lead.ts";
import { Section } from "../ui/section.tsx";
import { LeadTimeline } from "./lead-timeline.tsx";
import { NoteForm } from "./note-form.tsx";

/** What happened to a lead, and what colleagues are told of it. */
export const LeadStory = ({ leadId }: { leadId: string }) => (
  <Section title={leadWords.sections.story}>
    {useMay("leads:write") ? <NoteForm leadId={leadId} /> : null}
    <LeadTimeline leadId={leadId} />
  </Section>
);
