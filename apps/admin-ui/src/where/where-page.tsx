import { getRouteApi, Link } from "@tanstack/react-router";
import { inPlainWords } from "../format/in-plain-words.ts";
import { api, type Schemas } from "../api.ts";
import { personContact, personName } from "../format/person.ts";
import { shared } from "../texts/shared.ts";
import { where } from "../texts/where.ts";
import { buttonClass } from "../ui/button.tsx";
import { Countdown } from "../ui/countdown.tsx";
import { Empty, Failed, Loading } from "../ui/notices.tsx";
import { Page } from "../ui/page.tsx";
import { Section } from "../ui/section.tsx";
import { Standing } from "../ui/standing.tsx";
import { Steps } from "../ui/steps.tsx";
import { When } from "../ui/when.tsx";
import { useAsked } from "./asked.ts";
import { Said } from "../ui/said.tsx";

const route = getRouteApi("/frame/where");

/** Where a lead is, the whole way it went, and what moves it on. */
export function WherePage() {
  const { id } = route.useSearch();
  const asked = useAsked();
  const q = id ?? asked;
  const { data, error, refetch } = api.useQuery(
    "post",
    "/api/where-is-my-lead",
    { body: { q } },
    { enabled: q !== "" },
  );
  return (
    <Page title={where.title} beside={id === undefined ? asked : undefined}>
      {q === "" ? (
        <Empty title={where.nobodyYet.title}>
          <p>{where.nobodyYet.how}</p>
        </Empty>
      ) : data === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <Answer answer={data} />
      )}
    </Page>
  );
}

function Answer({ answer: { story, candidates, sentences } }: { answer: Schemas["WhereIsMyLead"] }) {
  if (story === null)
    return (
      <Empty title={where.nobody}>
        {sentences.map((sentence) => (
          <p key={sentence}>
            <Said text={inPlainWords(sentence)} />
          </p>
        ))}
      </Empty>
    );
  const missing = story.stands?.missing ?? [];
  // What stands for the whole is not told twice.
  const [only] = missing.length === 1 && missing[0]?.sentence === story.stands?.sentence ? missing : [];
  return (
    <div className="divide-line grid max-w-4xl divide-y">
      <Section title={story.client_name ?? where.found}>
        <p className="text-base font-semibold">{personName(story)}</p>
        <p className="text-soft">{personContact(story)}</p>
        <Standing stands={story.stands} />
        {only === undefined ? null : <WhatIsTried missing={only} />}
        <div className="flex flex-wrap gap-2">
          {story.lead_id === null ? null : (
            <Link to="/leads/$leadId" params={{ leadId: story.lead_id }} data-page className={buttonClass()}>
              {shared.openLead}
            </Link>
          )}
          {story.submission_id !== null && wasKept(story.stands?.state) ? (
            <Link
              to="/not-sent"
              search={({ client }) => ({ client, open: story.submission_id ?? undefined })}
              className={buttonClass()}
            >
              {where.seeUnsent}
            </Link>
          ) : null}
        </div>
      </Section>
      {missing.length === 0 || only !== undefined ? null : (
        <Section title={where.missing}>
          <ul className="grid gap-3">
            {missing.map((one) => (
              <li key={one.delivery_id} className="grid gap-0.5">
                <p>
                  <Said text={inPlainWords(one.sentence)} />
                </p>
                <p className="text-soft">
                  <Said text={inPlainWords(one.next)} />
                </p>
                <WhatIsTried missing={one} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={where.way}>
        <Steps steps={story.steps} />
      </Section>
      {candidates.length < 2 ? null : (
        <Section title={where.others(candidates.length - 1)}>
          <ul className="grid gap-1">
            {candidates.slice(1).map((candidate) => (
              <li key={candidate.id} className="flex flex-wrap gap-x-3">
                <Link
                  to="/where"
                  search={(before) => ({ ...before, id: candidate.id })}
                  className="text-brand hover:underline"
                >
                  {personName(candidate)}
                </Link>
                <span className="text-soft">{candidate.client_name}</span>
                <span className="text-soft">
                  <When at={candidate.at} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {sentences.length === 0 ? null : (
        <Section title={where.good}>
          {sentences.map((sentence) => (
            <p key={sentence} className="text-soft">
              <Said text={inPlainWords(sentence)} />
            </p>
          ))}
        </Section>
      )}
    </div>
  );
}

/** When a destination that has not got it is tried next, and the way to every try. */
const WhatIsTried = ({
  missing: { due_at, delivery_id },
}: {
  missing: { due_at: number | null; delivery_id: string };
}) => (
  <p className="text-soft flex flex-wrap gap-x-3">
    {due_at === null ? null : (
      <span>
        {where.due} <Countdown at={due_at} />
      </span>
    )}
    <Link
      to="/deliveries"
      search={({ client }) => ({ client, open: delivery_id })}
      className="text-brand underline"
    >
      {where.seeDelivery}
    </Link>
  </p>
);

/** Nothing of it was sent, and it can be on purpose. */
const wasKept = (state: string | undefined) =>
  state === "nothing_to_send" || state === "blocked" || state === "quarantined";
