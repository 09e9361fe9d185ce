/** What is told in passing, at the edge of the page. */
export interface Told {
  kind: "done" | "failed";
  title: string;
  detail?: string;
  /** Takes it back; offered as long as the notice stands. */
  undo?: () => void;
}
