import { getRouteApi, Link } from "@tanstack/react-router";
import { api, type Schemas } from "../api.ts";
import { personContact, personName } from "../format/person.ts";
import { buttonClass } from "../ui/button.tsx";
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
    <Page title="Where is my lead?" beside={id === undefined ? asked : undefined}>
      {q === "" ? (
        <Empty title="Who do you look for?">
          <p>Type an e-mail address, a phone number or an id into the box on the left.</p>
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
      <Empty title="Nobody like that came in">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Empty>
    );
  const missing = story.stands?.missing ?? [];
  return (
    <div className="divide-line mx-auto grid max-w-3xl divide-y">
      <Section title={story.client_name ?? "Found"}>
        <p className="text-base font-semibold">{personName(story)}</p>
        <p className="text-soft">{personContact(story)}</p>
        <Standing stands={story.stands} />
        {story.lead_id === null ? null : (
          <Link to="/leads/$leadId" params={{ leadId: story.lead_id }} className={buttonClass()}>
            Open the lead
          </Link>
        )}
      </Section>
      {missing.length === 0 ? null : (
        <Section title="Who has not got it">
          <ul className="grid gap-2">
            {missing.map((one) => (
              <li key={one.delivery_id}>
                <span className="font-medium">{one.destination_name}</span>: {one.sentence} {one.next}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="The whole way">
        <Steps steps={story.steps} />
      </Section>
      {candidates.length < 2 ? null : (
        <Section title={`Others that fit (${candidates.length - 1})`}>
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
        <Section title="Good to know">
          {sentences.map((sentence) => (
            <p key={sentence} className="text-soft">
              {sentence}
            </p>
          ))}
        </Section>
      )}
    </div>
  );
}
