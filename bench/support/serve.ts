import { spawn } from 'node:child_process';

export interface Served {
  url: string;
  stop(): void;
}

/** A built site behind the project's own server, compressing as a static host does. Rejects where the server ends at once. */
export function serve(folder: string, port: number): Promise<Served> {
  const server = spawn(process.execPath, ['src/cli/serve.ts', '--dir', folder, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    server.stdout.once('data', () => {
      server.removeAllListeners('exit');
      resolve({ url: `http://127.0.0.1:${port}`, stop: () => server.kill() });
    });
  });
}
