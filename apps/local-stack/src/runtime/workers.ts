/** Miniflare, as far as Workers in it are asked something; got anew each time, because workerd may have been started again. */
export interface Workers {
  getWorker(name: string): Promise<{
    fetch(
      url: string,
      init?: { method?: string; headers?: Record<string, string> },
    ): Promise<{ json(): Promise<unknown> }>;
  }>;
}
