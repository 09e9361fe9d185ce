import { api, type Schemas } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { formsTexts as texts } from "../texts/forms.ts";
import { tellDone, tellFailed } from "../ui/toasts.tsx";

type Form = Schemas["Form"];

/** What may be changed of a form. */
export type FormChange = Partial<
  Pick<
    Form,
    | "name"
    | "allowed_hosts"
    | "thank_you_url"
    | "redirect_status"
    | "honeypot_mode"
    | "default_region"
    | "duplicate_window_minutes"
    | "reengage_hours"
    | "reengage_basis"
    | "identity_guard"
    | "field_mapping"
    | "hosted_page"
  >
>;

/** How a form is read anew wherever it is shown. */
export function refreshForms(form?: Form): void {
  if (form !== undefined)
    queryClient.setQueryData(
      api.queryOptions("get", "/api/forms/{form_id}", { params: { path: { form_id: form.id } } }).queryKey,
      form,
    );
  void queryClient.invalidateQueries({ queryKey: ["get", "/api/forms"] });
  void queryClient.invalidateQueries({ queryKey: ["get", "/api/forms/{form_id}/seen-fields"] });
}

/** Changes a form as it was read, so that nobody else's change is overwritten; what was changed can be taken back. */
export function useChangeForm(form: Form) {
  const { mutateAsync, error, isPending } = api.useMutation("patch", "/api/forms/{form_id}");
  const send = (from: Form, body: FormChange) =>
    mutateAsync({
      params: { path: { form_id: from.id }, header: { "if-match": `"${from.updated_at}"` } },
      body,
    });
  // Awaited, because the page is drawn anew with what was saved, and the part that asked is gone by then.
  const undo = async (now: Form, body: FormChange) => {
    try {
      refreshForms(await send(now, body));
    } catch (problem) {
      tellFailed(problem);
    }
  };
  const change = async (body: FormChange) => {
    try {
      const now = await send(form, body);
      refreshForms(now);
      tellDone(texts.saved, {
        detail: now.snapshot.state === "waiting" ? texts.waiting : texts.published,
        undo: () => void undo(now, valuesOf(form, body)),
      });
    } catch {
      // What was refused stands beside what asked for it.
    }
  };
  return { change: (body: FormChange) => void change(body), error, isPending };
}

/** What those of a form that are changed were before. */
const valuesOf = (form: Form, body: FormChange): FormChange =>
  Object.fromEntries(Object.entries(form).filter(([name]) => Object.hasOwn(body, name)));
