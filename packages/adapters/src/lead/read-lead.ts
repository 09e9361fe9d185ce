/** A lead, or a notice, for somebody who reads: a title, and what is known under plain labels. */
export interface ReadLead {
  /** `what: name`. */
  title: string;
  /** What happened; ours, while all the rest may be a stranger's. */
  what: string;
  /** In the order in which sales look at them; none is empty. */
  lines: [label: string, value: string][];
}
