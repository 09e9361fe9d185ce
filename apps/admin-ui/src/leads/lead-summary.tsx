import type { Schemas } from "../api.ts";
import { useMay } from "../shell/use-may.ts";
import { leadWords } from "../texts/lead.ts";
import { Section } from "../ui/section.tsx";
import { Standing } from "../ui/standing.tsx";
import { HowTheyCame } from "./how-they-came.tsx";
import { LeadContact } from "./lead-contact.tsx";
import { LeadDeliveries } from "./lead-deliveries.tsx";
import { LeadKin } from "./lead-kin.tsx";
import { LeadSessions } from "./lead-sessions.tsx";
import { LeadStage } from "./lead-stage.tsx";
import { Suspicion } from "./suspicion.tsx";

/** Who a lead is, where it stands and what moves it on, how it came, and what else is known of it. */
export function LeadSummary({ lead }: { lead: Schemas["LeadDetails"] }) {
  const mayChange = useMay("leads:write", lead.client_id);
  const { sections } = leadWords;
  return (
    <>
      <Section title={sections.stands}>
        <Standing stands={lead.stands} />
      </Section>
      <Section title={sections.contact}>
        <LeadContact lead={lead} />
      </Section>
      <Section title={sections.stage}>{mayChange ? <LeadStage lead={lead} /> : <p>{lead.status}</p>}</Section>
      <Section title={sections.deliveries}>
        <LeadDeliveries lead={lead} />
      </Section>
      <Section title={sections.came}>
        <HowTheyCame attribution={lead.attribution} />
      </Section>
      <LeadSessions lead={lead} />
      <Section title={sections.suspicion}>
        <p>
          <Suspicion score={lead.suspicion_score} />
          <span className="text-soft"> / 100</span>
        </p>
        {lead.suspicion.length === 0 ? (
          <p className="text-soft">{leadWords.calm}</p>
        ) : (
          lead.suspicion.map((sentence) => <p key={sentence}>{sentence}</p>)
        )}
      </Section>
      <LeadKin lead={lead} />
    </>
  );
}
