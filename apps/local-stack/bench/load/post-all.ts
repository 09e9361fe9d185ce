import { openConnection, type Connection } from "./open-connection.ts";

/** Posts each request once, as fast as so many connections can; resolves with the statuses, in order. */
export async function postAll(
  port: number,
  requests: readonly Uint8Array[],
  connections: number,
): Promise<number[]> {
  const statuses: number[] = [];
  let next = 0;
  const work = async (connection: Connection) => {
    for (let index = next++; index < requests.length; index = next++) {
      const request = requests[index];
      if (request !== undefined) statuses[index] = await connection.send(request);
    }
    connection.close();
  };
  const opened = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  await Promise.all(opened.map(work));
  return statuses;
}
