/** Why a request was not taken, in words its sender can act on. */
export interface Refusal {
  kind: "refused";
  status: 400 | 404 | 405 | 413 | 415 | 503;
  title: string;
  detail: string;
  /** What whoever filled in the form can do, where that is not what its status always means. */
  advice?: string;
}

const refusal =
  (status: Refusal["status"], title: string, advice?: string) =>
  (detail: string): Refusal => ({
    kind: "refused",
    status,
    title,
    detail,
    ...(advice === undefined ? {} : { advice }),
  });

export const unreadable = refusal(400, "The submission could not be read");
export const notFound = refusal(404, "Not found");
export const wrongMethod = refusal(405, "This address only receives forms");
export const tooLarge = refusal(413, "The submission is too large");
export const tooLong = refusal(
  413,
  "The submission is too large",
  "Please go back, shorten what you entered, and send the form again.",
);
export const tooMany = refusal(
  413,
  "The form has too many fields",
  "Please tell the owner of the page what is written above.",
);
export const unsupported = refusal(415, "This kind of body is not supported");
export const notTaken = refusal(503, "Something went wrong on our side");

/** For whoever opens a form's page while nobody can say what is on it. */
export const openAgain = "This form cannot be shown at the moment. Please open it again in a minute.";

/** For whoever filled in a form that nothing took. */
export const sendAgain = "Your details were not saved. Please send the form again in a minute.";
