import { exchange as texts } from "../texts/exchange.ts";

interface Said {
  headers: Readonly<Record<string, string>>;
  body: string | null;
}

/** A request and what was answered, as they went over the wire; without secrets, as the API shows them. */
export const Exchange = ({
  request,
  answer,
}: {
  request: Said & { method: string; url: string };
  /** null: none came, or one may not see it. */
  answer: (Said & { status: number }) | null;
}) => (
  <div className="grid items-start gap-3 lg:grid-cols-2">
    <Http title={texts.request} line={`${request.method} ${request.url}`} {...request} />
    {answer === null ? null : <Http title={texts.answer} line={texts.status(answer.status)} {...answer} />}
  </div>
);

/** One half of an exchange. */
export const Http = ({ title, line, headers, body }: Said & { title: string; line: string }) => (
  <figure className="border-line bg-raised min-w-0 overflow-hidden rounded-lg border">
    <figcaption className="border-line text-soft border-b px-3 py-1.5 text-xs font-medium">
      {title}
    </figcaption>
    <pre
      tabIndex={0}
      aria-label={title}
      className="bg-canvas max-h-96 overflow-auto p-3 font-mono text-xs leading-5 break-words whitespace-pre-wrap"
    >
      {[
        line,
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
        ...(body === null || body === "" ? [] : ["", inLines(body)]),
      ].join("\n")}
    </pre>
  </figure>
);

/** JSON as people read it; anything else as it is. */
export function inLines(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
