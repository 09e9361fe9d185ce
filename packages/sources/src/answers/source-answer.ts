/** What a door answers, to the byte. */
export interface SourceAnswer {
  status: number;
  contentType: string;
  body: string;
}

export const jsonAnswer = (status: number, body: object): SourceAnswer => ({
  status,
  contentType: "application/json",
  body: JSON.stringify(body),
});

export const textAnswer = (status: number, body: string): SourceAnswer => ({
  status,
  contentType: "text/plain; charset=utf-8",
  body,
});
