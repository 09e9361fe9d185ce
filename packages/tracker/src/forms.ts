import { isRecording } from "./record.ts";
import { currentSession, totalsOf } from "./session.ts";
import { tried } from "./tried.ts";

let opened = Date.now();
let ours = "\0";

/** Whether a form's posts come to us. */
export const isOurs = (form: HTMLFormElement): boolean =>
  actionOf(form).startsWith(ours) || form.querySelector("[name=__visitor_id]") !== null;

/** Where it posts to; "" where that is no address. Its property of that name may be one of its fields. */
export const actionOf = (form: Pick<HTMLFormElement, "getAttribute">): string =>
  tried(() => new URL(form.getAttribute("action") ?? "", location.href).href) ?? "";

/** What is told of a form's sender, as of now. */
function told(): Record<string, string> {
  const now = Date.now();
  const fields = { __pg_tts: ((now - opened) / 1000).toFixed(1) };
  if (!isRecording()) return fields;
  const session = currentSession(now);
  return {
    ...fields,
    __visitor_id: session.visitor,
    __session_id: session.id,
    __pg_session: totalsOf(session, now),
    landing_page: session.page,
    referrer: session.referrer,
  };
}

/** Ours are ours; what a form tells of its page itself stays. */
const isOpen = (name: string, value: unknown) => name.startsWith("__") || !value;

/** For scripts that read the form's fields one by one. */
function fill(form: HTMLFormElement): void {
  for (const [name, value] of Object.entries(told())) {
    let input = form.querySelector<HTMLInputElement>(`[name=${name}]`);
    if (input === null) {
      input = document.createElement("input");
      input.type = "hidden";
      input.name = name;
      form.append(input);
    }
    if (isOpen(name, input.value)) input.value = value;
  }
}

/** A field that people neither see nor reach. */
function lay(form: HTMLFormElement): void {
  if (form.querySelector("[name=__pg_website],[name=__pg_hp]") !== null) return;
  const input = document.createElement("input");
  input.name = "__pg_website";
  input.tabIndex = -1;
  input.autocomplete = "off";
  input.ariaHidden = "true";
  input.style.cssText = "position:absolute;left:-9999px";
  form.append(input);
}

/** Prepares the forms that are there; later ones are filled as they are sent. */
function prepareForms(): void {
  for (const form of document.forms)
    if (isOurs(form)) {
      lay(form);
      fill(form);
    }
}

/** A further page is shown: what is filled in from now on was begun now. */
export function formsShown(): void {
  opened = Date.now();
  prepareForms();
}

/** Fills them whichever way they are sent: by a button, by a script, or read by one. */
export function watchForms(below: string): void {
  ours = below;
  const onForm = (run: (form: HTMLFormElement, event: Event) => void) => (event: Event) => {
    if (event.target instanceof HTMLFormElement && isOurs(event.target)) run(event.target, event);
  };
  addEventListener("submit", onForm(fill), true);
  addEventListener(
    "formdata",
    onForm((_, event) => {
      if (event instanceof FormDataEvent)
        for (const [name, value] of Object.entries(told()))
          if (isOpen(name, event.formData.get(name))) event.formData.set(name, value);
    }),
    true,
  );
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", prepareForms);
  else prepareForms();
}
