import { useId, type ReactNode } from "react";
import { api } from "../api.ts";
import { useMayAnywhere } from "../shell/use-may.ts";
import { settingsTexts } from "../texts/settings.ts";
import { Failed, Loading } from "../ui/notices.tsx";
import { Page, PageBody } from "../ui/page.tsx";
import { AgencyLook } from "./agency-look.tsx";
import { ChangePassword } from "./change-password.tsx";
import { Installation } from "./installation.tsx";
import { NameForm } from "./name-form.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { Sessions } from "./sessions.tsx";

/** One's own account, the look of the agency that one owns, and what the installation says of itself. */
export function SettingsPage() {
  const mayLook = useMayAnywhere("agency:manage");
  const mayHealth = useMayAnywhere("leads:read");
  const { data, error, refetch } = api.useQuery("get", "/api/auth/get-session");
  return (
    <Page title={settingsTexts.title}>
      {data === undefined || data === null ? (
        error === null ? (
          <Loading />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : (
        <PageBody width="narrow">
          <Card title={settingsTexts.account.title}>
            <NameForm key={data.user.name} account={data.user} />
          </Card>
          <Card title={settingsTexts.password.title}>
            <ChangePassword />
          </Card>
          <Card title={settingsTexts.factor.title}>
            <SecondFactor isOn={data.user.twoFactorEnabled === true} />
          </Card>
          <Card title={settingsTexts.sessions.title}>
            <Sessions here={data.session.id} />
          </Card>
          {mayLook ? (
            <Card title={settingsTexts.agency.title}>
              <AgencyLook />
            </Card>
          ) : null}
          {mayHealth ? (
            <Card title={settingsTexts.installation.title}>
              <Installation />
            </Card>
          ) : null}
        </PageBody>
      )}
    </Page>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="bg-surface border-line grid gap-4 rounded-xl border p-5">
      <h2 id={id} className="text-sm font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
