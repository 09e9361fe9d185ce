import { formPost } from "./form-post.ts";

/** Endless form posts, each of another person. */
export interface FormPosts {
  next(): Uint8Array;
}

const variety = 5_000;

/** Built before the clock runs; after 5 000 people they start over. @param path Such as `/f/frm_demo`. */
export function formPosts(path: string): FormPosts {
  const requests = Array.from({ length: variety }, (_, person) => formPost(path, person));
  let sent = 0;
  return { next: () => requests[sent++ % variety] ?? formPost(path, 0) };
}
