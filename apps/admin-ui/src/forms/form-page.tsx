import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { api } from "../api.ts";
import { actionOf } from "../format/form-fields.ts";
import { useMay } from "../shell/use-may.ts";
import { formsTexts as texts } from "../texts/forms.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Failed, Loading } from "../ui/notices.tsx";
import { Page, PageBody } from "../ui/page.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { tellDone, tellFailed } from "../ui/toasts.tsx";
import { stateOf } from "./form-columns.tsx";
import { PasteTab } from "./paste/paste-tab.tsx";
import type { TabProps } from "./tab-props.ts";
import { refreshForms } from "./use-change-form.ts";

const route = getRouteApi("/frame/forms/$formId");
const frame = getRouteApi("/frame");

const FieldsTab = lazy(async () => ({ default: (await import("./fields/fields-tab.tsx")).FieldsTab }));
const HostedTab = lazy(async () => ({ default: (await import("./hosted/hosted-tab.tsx")).HostedTab }));
const RulesTab = lazy(async () => ({ default: (await import("./rules/rules-tab.tsx")).RulesTab }));
const PostsTab = lazy(async () => ({ default: (await import("./posts/posts-tab.tsx")).PostsTab }));
const words = ["paste", "fields", "page", "rules", "posts"] as const;
const tabs = { paste: PasteTab, fields: FieldsTab, page: HostedTab, rules: RulesTab, posts: PostsTab };

/** One form: how it is put on a page, what its fields are, what becomes of what comes in. */
export function FormPage() {
  const { formId } = route.useParams();
  const { tab = "paste" } = route.useSearch();
  const intake = frame.useRouteContext({ select: ({ you }) => you.intake_url });
  const {
    data: form,
    error,
    refetch,
  } = api.useQuery("get", "/api/forms/{form_id}", {
    params: { path: { form_id: formId } },
  });
  const activity = api.useQuery("get", "/api/form-activity", { params: { query: { form_id: formId } } });
  if (form === undefined)
    return error === null ? <Loading /> : <Failed error={error} retry={() => void refetch()} />;
  const action = actionOf(intake, form.endpoint_path);
  const { label, look } = stateOf(form, activity.data?.items[0]);
  const Tab = tabs[tab];
  return (
    <Page
      title={form.name}
      beside={<Badge look={look}>{label}</Badge>}
      actions={
        <>
          <code className="text-soft min-w-0 truncate text-xs max-md:hidden">{action}</code>
          <CopyButton text={action} what={texts.copyAddress} />
        </>
      }
    >
      {form.deleted_at === null ? null : <DeletedNotice form={form} />}
      <Tabs label={texts.tabsLabel} chosen={tab} tabs={words.map((word) => [word, texts.tabs[word]])} />
      <PageBody key={form.id}>
        <Suspense fallback={<Loading />}>
          {/* What is typed begins anew where what it is of is another; a rule or a host that is saved takes nothing of the rest along. */}
          <Tab key={shownBy(tab, form)} form={form} action={action} />
        </Suspense>
      </PageBody>
    </Page>
  );
}

/** What a part is of that is one form. */
const shownBy = (tab: keyof typeof tabs, { hosted_page, field_mapping }: TabProps["form"]): string =>
  tab === "page" ? JSON.stringify(hosted_page) : tab === "fields" ? JSON.stringify(field_mapping) : tab;

function DeletedNotice({ form }: Pick<TabProps, "form">) {
  const mayWrite = useMay("config:write");
  const { mutateAsync, isPending } = api.useMutation("post", "/api/forms/{form_id}/restore");
  const restore = async () => {
    try {
      const { form: now, released_letters } = await mutateAsync({ params: { path: { form_id: form.id } } });
      refreshForms(now);
      tellDone(texts.restored(now.name, released_letters));
    } catch (problem) {
      tellFailed(problem);
    }
  };
  return (
    <div role="status" className="bg-warn-tint flex flex-wrap items-center gap-3 px-4 py-2.5">
      <p className="text-warn min-w-0 flex-1">{texts.deletedNotice}</p>
      {mayWrite ? (
        <Button onClick={() => void restore()} disabled={isPending}>
          {texts.restore}
        </Button>
      ) : null}
    </div>
  );
}
