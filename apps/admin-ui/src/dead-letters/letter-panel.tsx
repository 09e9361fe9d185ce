import { Link } from "@tanstack/react-router";
import { inPlainWords } from "../format/in-plain-words.ts";
import { api } from "../api.ts";
import { personName } from "../format/person.ts";
import { storyState } from "../format/states.ts";
import { deadLetters } from "../texts/dead-letters.ts";
import { shared } from "../texts/shared.ts";
import { Badge } from "../ui/badge.tsx";
import { buttonClass } from "../ui/button.tsx";
import { Failed, Loading } from "../ui/notices.tsx";
import { Section } from "../ui/section.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import { When } from "../ui/when.tsx";
import { LetterActions } from "./letter-actions.tsx";
import { OthersOfCause } from "./others-of-cause.tsx";
import { Said } from "../ui/said.tsx";

const words = deadLetters.letter;

/** A dead letter beside the groups: what happened, what would be sent, and what can be done. */
export function LetterPanel({ letterId, onClose }: { letterId: string; onClose: () => void }) {
  const {
    data: letter,
    error,
    refetch,
  } = api.useQuery("get", "/api/dead-letters/{dead_letter_id}", {
    params: { path: { dead_letter_id: letterId } },
  });
  return (
    <SidePanel
      label={words.label}
      title={letter === undefined ? words.title : personName(letter)}
      onClose={onClose}
    >
      {letter === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <div className="divide-line grid divide-y">
          <Section title={words.happened}>
            {letter.state === "open" ? null : (
              <Badge look={storyState(letter.state).look}>{storyState(letter.state).label}</Badge>
            )}
            <p>{letter.what_happened}</p>
            {letter.last_error === null ? null : (
              <p className="bg-calm-tint w-full rounded-md px-3 py-2 text-xs break-words">
                {letter.last_error}
              </p>
            )}
            <p className="text-soft text-xs">
              {deadLetters.firstAndLast.first} <When at={letter.first_failed_at} />,{" "}
              {deadLetters.firstAndLast.last} <When at={letter.last_failed_at} />
            </p>
            {letter.settled_by_name === null ? null : (
              <p className="text-soft">
                {words.settled(letter.settled_by_name)}
                {letter.settle_reason === null ? null : `: ${letter.settle_reason}`}
              </p>
            )}
          </Section>
          <Section title={words.next}>
            <p>
              <Said text={inPlainWords(letter.what_next)} />
            </p>
            <div className="flex flex-wrap gap-2">
              <LetterActions letter={letter} />
              {letter.delivery_id === null ? null : (
                <Link
                  to="/deliveries"
                  search={({ client }) => ({ client, open: letter.delivery_id ?? undefined })}
                  className={buttonClass()}
                >
                  {words.seeTries}
                </Link>
              )}
              {letter.lead_id === null ? (
                <Link
                  to="/where"
                  search={({ client }) => ({ client, id: letter.id })}
                  className={buttonClass()}
                >
                  {words.where}
                </Link>
              ) : (
                <Link
                  to="/leads/$leadId"
                  params={{ leadId: letter.lead_id }}
                  data-page
                  className={buttonClass()}
                >
                  {shared.openLead}
                </Link>
              )}
            </div>
          </Section>
          <Section title={words.payload}>
            {letter.payload === null ? (
              <p className="text-soft">{words.masked}</p>
            ) : (
              <pre
                tabIndex={0}
                className="bg-calm-tint max-h-80 w-full overflow-auto rounded-md p-3 text-xs whitespace-pre-wrap"
              >
                {typeof letter.payload === "string"
                  ? letter.payload
                  : JSON.stringify(letter.payload, null, 2)}
              </pre>
            )}
          </Section>
          <Section title={words.others}>
            <OthersOfCause letter={letter} />
          </Section>
        </div>
      )}
    </SidePanel>
  );
}
