export interface ReceivedDelivery {
  received_at: number;
  path: string;
  headers: Record<string, string>;
  body: unknown;
  status: number | null;
}

export interface ScriptedAnswer {
  status?: number;
  body?: string;
  headers?: Record<string, string>;
  delayMs?: number;
  hang?: boolean;
  times?: number;
}

export interface ReceiverClient {
  behave(answers: ScriptedAnswer[]): Promise<void>;
  received(): Promise<ReceivedDelivery[]>;
  clear(): Promise<void>;
}

/** Steers the demo receiver of a running stack. */
export function receiverClient(url: string): ReceiverClient {
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    behave: async (answers) => void (await call("POST", "/hook/_behave", answers)),
    received: async () => (await call("GET", "/hook/_received")) as ReceivedDelivery[],
    clear: async () => void (await call("DELETE", "/hook/_received")),
  };
}
