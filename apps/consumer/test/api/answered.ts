/** Any answer of the API, its body read. */
export interface Answered {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into bodies of every shape
  body: any;
  headers: Headers;
}
