/** A successful answer. `version` becomes the ETag. */
export interface Answer<Body> {
  body: Body;
  version?: number;
  headers?: Record<string, string>;
}
