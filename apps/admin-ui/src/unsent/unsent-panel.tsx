import { Link } from "@tanstack/react-router";
import { inPlainWords } from "../format/in-plain-words.ts";
import { api } from "../api.ts";
import { personContact, personName } from "../format/person.ts";
import { ruleNames } from "../format/rules.ts";
import { shared } from "../texts/shared.ts";
import { unsent } from "../texts/unsent.ts";
import { Badge } from "../ui/badge.tsx";
import { Button, buttonClass } from "../ui/button.tsx";
import { Failed, Loading } from "../ui/notices.tsx";
import { Section } from "../ui/section.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import { When } from "../ui/when.tsx";
import { Said } from "../ui/said.tsx";

const words = unsent.panel;

/** One that was not sent, beside the list: what was decided, against what, and what sends it after all. */
export function UnsentPanel({
  submissionId,
  onClose,
  onRelease,
}: {
  submissionId: string;
  onClose: () => void;
  /** null for whoever may not send. */
  onRelease: (() => void) | null;
}) {
  const {
    data: one,
    error,
    refetch,
  } = api.useQuery("get", "/api/unsent/{submission_id}", {
    params: { path: { submission_id: submissionId } },
  });
  return (
    <SidePanel
      label={words.label}
      title={one === undefined ? unsent.title : personName(one)}
      onClose={onClose}
    >
      {one === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <div className="divide-line grid divide-y">
          <Section title={words.decided}>
            <Badge look={one.rule === "quarantined" ? "warn" : "calm"}>{ruleNames[one.rule]}</Badge>
            <p className="text-soft">
              {personContact(one)} · <When at={one.submitted_at} />
            </p>
            {one.sentences.map((sentence) => (
              <p key={sentence}>
                <Said text={sentence} />
              </p>
            ))}
          </Section>
          <Section title={words.next}>
            {one.released_at === null ? (
              <p>
                <Said text={inPlainWords(one.next)} />
              </p>
            ) : (
              <p>
                {words.released} <When at={one.released_at} />
              </p>
            )}
            <div className="flex flex-wrap gap-2">
              {onRelease === null || one.released_at !== null ? null : (
                <Button kind="main" onClick={onRelease}>
                  {words.release}
                </Button>
              )}
              {one.lead_id === null ? null : (
                <Link
                  to="/leads/$leadId"
                  params={{ leadId: one.lead_id }}
                  data-page
                  className={buttonClass()}
                >
                  {shared.openLead}
                </Link>
              )}
              <Link to="/where" search={({ client }) => ({ client, id: one.id })} className={buttonClass()}>
                {words.where}
              </Link>
            </div>
          </Section>
        </div>
      )}
    </SidePanel>
  );
}
