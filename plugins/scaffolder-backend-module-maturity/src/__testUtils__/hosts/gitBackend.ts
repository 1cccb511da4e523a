import { spawn, spawnSync } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';

function git(args: readonly string[], cwd?: string): string {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Repositories without work trees in one folder, as hosts keep them. */
export class GitBackend {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  create(name: string): void {
    git(['init', '--bare', '--quiet', path.join(this.#root, name)]);
    git(['config', 'http.receivepack', 'true'], path.join(this.#root, name));
  }

  /** The files of a branch. */
  files(name: string, branch: string): string[] {
    const dir = path.join(this.#root, name);
    return git(['ls-tree', '-r', '--name-only', branch], dir)
      .trimEnd()
      .split('\n');
  }

  /** The text of a file of a branch. */
  read(name: string, options: { branch: string; file: string }): string {
    const dir = path.join(this.#root, name);
    return git(['show', `${options.branch}:${options.file}`], dir);
  }

  /** Answers what git asks over HTTP, with the program that comes with git for this. */
  serve(
    request: IncomingMessage,
    response: ServerResponse,
    route: string,
  ): void {
    const url = new URL(route, 'http://host');
    const program = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: this.#root,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'],
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    request.pipe(program.stdin);
    const chunks: Buffer[] = [];
    program.stdout.on('data', chunk => chunks.push(chunk));
    program.on('close', () => {
      const output = Buffer.concat(chunks);
      const end = output.indexOf('\r\n\r\n');
      const headers = output.subarray(0, end).toString().split('\r\n');
      for (const header of headers) {
        const [name, value] = header.split(': ');
        if (name === 'Status') response.statusCode = Number.parseInt(value, 10);
        else response.setHeader(name, value);
      }
      response.end(output.subarray(end + 4));
    });
  }
}
