/** How the tag is set up; of a `<script>` its `data-` attributes say it. */
export interface Options {
  /** The form's key, `frm_…`: `data-form`. */
  form: string;
  /** Where beacons are posted to; of a tag it follows from its `src`. */
  to: string;
  /** Forms that post below this address are ours, beside those that have a field `__visitor_id`. */
  forms: string;
  /** Keeps no id and tells nothing where the browser says so by Global Privacy Control or Do Not Track: `data-privacy`. */
  privacy?: boolean;
  /** Sends forms by script, and keeps here what cannot be sent until it can: `data-fetch`. */
  fetch?: boolean;
  /** What a person is told whose form is kept; null: nothing, the page listens for `leadrelay:kept`. `data-kept`. */
  kept?: string | null;
}

/** Whether the browser asks not to be followed. */
export const asksForPrivacy = (): boolean =>
  Reflect.get(navigator, "globalPrivacyControl") === true || navigator.doNotTrack === "1";
