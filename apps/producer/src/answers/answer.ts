import type { HostedPageAtEdge } from "@leadrelay/contracts/hosted-page";
import type { ContactProblem } from "@leadrelay/core/fields/contact";
import type { BodyEntry } from "@leadrelay/core/fields/extract-fields";
import type { FieldMapping } from "@leadrelay/core/fields/field-mapping";
import type { AllowedHosts } from "@leadrelay/core/redirect/allowed-hosts";
import type { Refusal } from "../refusal.ts";
import { requestAddress } from "../request/request-address.ts";
import { framedBy } from "./framed-by.ts";
import { htmlResponse } from "./html-response.ts";
import { jsonResponse } from "./json-response.ts";
import { hostedPage } from "./pages/hosted-page.ts";
import { correctionPage } from "./pages/correction-page.ts";
import { refusalPage } from "./pages/refusal-page.ts";
import { problemResponse } from "./problem-response.ts";
import { wantsJson } from "../request/wants-json.ts";

interface Accepted {
  kind: "accepted";
  submissionId: string;
  redirectUrl: string;
}

interface Incorrect {
  kind: "incorrect";
  problems: readonly ContactProblem[];
  /** It holds an e-mail or a phone, of which none reaches anybody. */
  hasContact: boolean;
  entries: readonly BodyEntry[];
  mapping: FieldMapping;
  /** Where a correct submission would have led. */
  redirectUrl: string;
  /** The page that the visitor came from, as far as is known. */
  referrer: string | null;
  /** The form's own page, where it came from there. */
  hosted: HostedPageAtEdge | null;
}

/** What a submission came to. A honeypot's `accepted` looks like any other. */
export type Outcome = Accepted | Incorrect | Refusal;

interface Answering {
  request: Request;
  cors: Record<string, string>;
  redirectStatus?: number;
  /** Whose pages may show an answer of ours in a frame; none unless it is said. */
  hosts?: AllowedHosts;
}

/**
 * Where the corrected form leads. Browsers hold its redirects to this too, and those lead to the client's page, and from there wherever
 * that does: `'self'` alone would keep visitors on a page of ours though their lead is taken.
 */
const formAction = "'self' https: http:";

/** The one place where outcomes become responses: JSON for a JSON caller, else a redirect or a page. */
export function answer(outcome: Outcome, answering: Answering): Response {
  return wantsJson(answering.request.headers)
    ? answerJson(outcome, answering)
    : answerBrowser(outcome, answering);
}

function answerJson(outcome: Outcome, { cors }: Answering): Response {
  switch (outcome.kind) {
    case "accepted": {
      const { submissionId, redirectUrl } = outcome;
      const body = { submission_id: submissionId, status: "accepted", redirect_url: redirectUrl };
      return jsonResponse(body, 202, cors);
    }
    case "incorrect": {
      const detail = "A submission needs a valid e-mail address or a phone number.";
      const errors = [...outcome.problems];
      return problemResponse({ status: 422, title: "No way to reach the person", detail, errors }, cors);
    }
    case "refused": {
      const { status, title, detail } = outcome;
      return problemResponse({ status, title, detail }, { ...cors, ...headersOf(outcome) });
    }
    default:
      return outcome satisfies never;
  }
}

function answerBrowser(
  outcome: Outcome,
  { request, cors, redirectStatus = 301, hosts }: Answering,
): Response {
  switch (outcome.kind) {
    case "accepted": {
      const headers = { ...cors, location: outcome.redirectUrl, "cache-control": "no-store" };
      return new Response(null, { status: redirectStatus, headers });
    }
    case "incorrect":
      return htmlResponse(mendingPage(outcome, request), 422, cors, {
        formAction,
        ...framing(hosts),
      });
    case "refused":
      return htmlResponse(
        refusalPage(outcome),
        outcome.status,
        { ...cors, ...headersOf(outcome) },
        framing(hosts),
      );
    default:
      return outcome satisfies never;
  }
}

/** What asks for a way to reach the person: the page that was filled in, or ours, which keeps what another was filled in with. */
const mendingPage = (outcome: Incorrect, { url }: Request) =>
  outcome.hosted === null
    ? correctionPage(outcome, requestAddress(url).path)
    : hostedPage({ ...outcome, hosted: outcome.hosted, hidden: [], typed: outcome.entries });

/** Found out for pages only: nearly every post is answered by a redirect. */
const framing = (hosts: AllowedHosts | undefined) =>
  hosts === undefined ? {} : { framedBy: framedBy(hosts) };

/** What HTTP wants beside a status. */
function headersOf({ status }: Refusal): Record<string, string> {
  if (status === 405) return { allow: "POST, OPTIONS" };
  return status === 503 ? { "retry-after": "30" } : {};
}
