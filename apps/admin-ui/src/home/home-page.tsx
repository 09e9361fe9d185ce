import { useHome } from "../shell/use-home.ts";
import { homeTexts as texts } from "../texts/home.ts";
import { Failed, Loading } from "../ui/notices.tsx";
import { Page, PageBody } from "../ui/page.tsx";
import { Destinations } from "./destinations.tsx";
import { FirstForm } from "./first-form.tsx";
import { Needs } from "./needs.tsx";
import { Today } from "./today.tsx";

/** What needs a person now, the worst first, and how today goes; where nobody came yet, how the first one does. */
export function HomePage() {
  const { data: home, error, refetch } = useHome();
  return (
    <Page title={texts.title}>
      {home === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <PageBody>
          {home.has_leads ? null : <FirstForm />}
          <Needs home={home} />
          <Today home={home} />
          <Destinations home={home} />
        </PageBody>
      )}
    </Page>
  );
}
