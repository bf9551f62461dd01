import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** What a server says to each command; a dot: after the message; `null`: nothing more, letter by letter. */
export interface Lies {
  readonly greeting?: string;
  readonly RCPT?: string;
  readonly DATA?: string;
  readonly '.'?: string | null;
}

export interface LyingMailServer {
  readonly url: string;
  /** messages that it was handed whole, whatever it said then */
  readonly taken: () => number;
  close(): Promise<void>;
}

/** Talks SMTP as far as it likes, on a free port of this machine. */
export async function lyingMailServer(lies: Lies): Promise<LyingMailServer> {
  let taken = 0;
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    let inMessage = false;
    say(lies.greeting ?? '220 mail.liar.example');
    createInterface({ input: socket }).on('line', (line) => {
      if (inMessage) {
        if (line !== '.') return;
        inMessage = false;
        taken += 1;
        if (lies['.'] === null) drip(socket);
        else say(lies['.'] ?? '250 taken');
        return;
      }
      const command = line.slice(0, 4).toUpperCase();
      const said =
        command === 'DATA' ? (lies.DATA ?? '354 go on') : command === 'RCPT' ? lies.RCPT : undefined;
      inMessage = command === 'DATA' && said?.startsWith('354') === true;
      say(said ?? '250 ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: () => taken,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Something all the time, and never an answer. */
function drip(socket: Socket): void {
  const timer = setInterval(() => socket.write('2'), 20);
  socket.on('close', () => clearInterval(timer));
}
