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
          <p key={sentence}>{inPlainWords(sentence)}</p>
        ))}
      </Empty>
    );
  const missing = story.stands?.missing ?? [];
  return (
    <div className="divide-line mx-auto grid max-w-3xl divide-y">
      <Section title={story.client_name ?? where.found}>
        <p className="text-base font-semibold">{personName(story)}</p>
        <p className="text-soft">{personContact(story)}</p>
        <Standing stands={story.stands} />
        {story.lead_id === null ? null : (
          <Link to="/leads/$leadId" params={{ leadId: story.lead_id }} className={buttonClass()}>
            {shared.openLead}
          </Link>
        )}
      </Section>
      {missing.length === 0 ? null : (
        <Section title={where.missing}>
          <ul className="grid gap-3">
            {missing.map((one) => (
              <li key={one.delivery_id} className="grid gap-0.5">
                <p>
                  <span className="font-medium">{one.destination_name}</span>: {inPlainWords(one.sentence)}
                </p>
                <p className="text-soft">{inPlainWords(one.next)}</p>
                <p className="text-soft flex flex-wrap gap-x-3">
                  {one.due_at === null ? null : (
                    <span>
                      {where.due} <Countdown at={one.due_at} />
                    </span>
                  )}
                  <Link
                    to="/deliveries"
                    search={({ client }) => ({ client, open: one.delivery_id })}
                    className="text-brand underline"
                  >
                    {where.seeDelivery}
                  </Link>
                </p>
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
              {inPlainWords(sentence)}
            </p>
          ))}
        </Section>
      )}
    </div>
  );
}
