import type { ListKey } from "@leadrelay/core/lists/merge-page";

/** Which part of each list is read. */
export interface PartOfList<Key extends ListKey> {
  /** The last key of the page before; null at the start. */
  after: Key | null;
  /** How many rows of each list, wanted by the filter or not. */
  perList: number;
}
