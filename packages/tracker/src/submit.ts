import { actionOf, isOurs } from "./forms.ts";
import { flush } from "./record.ts";
import { newId } from "./session.ts";
import { read, write } from "./storage.ts";

/** A form as it was sent, kept until somebody took it. */
interface Unsent {
  url: string;
  body: string;
  /** The same at each try: however often it arrives, it is one submission. */
  key: string;
}

const key = "leadrelay.unsent";
const mostKept = 20;
const pauseMs = 20_000;
const unsent = () => read<Unsent[]>(key, []);
const forget = (one: Unsent) =>
  write(
    key,
    unsent().filter((other) => other.key !== one.key),
  );

/** `refused`: the form itself has to be put right; `kept`: nobody took it yet. */
type Sent = { kind: "taken"; next: string | null } | { kind: "refused" } | { kind: "kept" };

async function send(one: Unsent): Promise<Sent> {
  try {
    const answer = await fetch(one.url, {
      method: "POST",
      body: new URLSearchParams(one.body),
      headers: { accept: "application/json", "idempotency-key": one.key },
    });
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return { kind: "kept" };
    forget(one);
    if (!answer.ok) return { kind: "refused" };
    const { redirect_url } = await answer.json();
    return { kind: "taken", next: redirect_url ?? null };
  } catch {
    return { kind: "kept" };
  }
}

const underWay = new Set<string>();

async function sendOnce(one: Unsent): Promise<Sent> {
  underWay.add(one.key);
  const sent = await send(one);
  underWay.delete(one.key);
  return sent;
}

function sendKept(): void {
  for (const one of unsent()) if (!underWay.has(one.key)) void sendOnce(one);
}

/** Files and targets of their own are left to the browser. */
const isPlain = (form: HTMLFormElement) =>
  !form.hasAttribute("target") && form.querySelector("[type=file]") === null;

async function submit(form: HTMLFormElement, data: FormData, kept: string | null): Promise<void> {
  const fields = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === "string") fields.append(name, value);
  const one: Unsent = { url: actionOf(form), body: `${fields}`, key: newId() };
  write(key, [...unsent(), one].slice(-mostKept));
  flush();
  const sent = await sendOnce(one);
  if (sent.kind === "taken") location.assign(sent.next ?? location.href);
  // The page that names what is wrong keeps what was typed.
  else if (sent.kind === "refused") HTMLFormElement.prototype.submit.call(form);
  else if (
    form.dispatchEvent(new CustomEvent("leadrelay:kept", { bubbles: true, cancelable: true })) &&
    kept !== null
  )
    say(form, kept);
}

function say(form: HTMLFormElement, text: string): void {
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.textContent = text;
  form.replaceChildren(said);
}

/** Sends our forms by script, and what was kept of earlier ones as soon as it can be. */
export function sendByScript(kept: string | null): void {
  addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !isOurs(form) || !isPlain(form))
      return;
    event.preventDefault();
    const submitter = event instanceof SubmitEvent ? event.submitter : null;
    void submit(form, new FormData(form, submitter), kept);
  });
  addEventListener("online", sendKept);
  setInterval(sendKept, pauseMs);
  sendKept();
}
