/** What a command may be about and people have a name for. */
export interface Thing {
  id: string;
  /** What is its alone: a form's key, an e-mail address. */
  keys: readonly string[];
  /** What people call it; others may be called so too. */
  names: readonly string[];
  clientId: string | null;
  isDeleted: boolean;
}
