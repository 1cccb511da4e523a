import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';

/** A mistake that the editor underlines. */
export interface Marked {
  /** From 1. */
  line: number;
  message: string;
}

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
}

interface Position {
  line: number;
  character: number;
}

const HEADER = /^Content-Length: (\d+)\r\n(?:[^\r\n]+\r\n)*\r\n/;

function isDiagnostics(params: unknown): params is {
  uri: string;
  diagnostics: { message: string; range: { start: Position } }[];
} {
  return (
    typeof params === 'object' && params !== null && 'diagnostics' in params
  );
}

function isQuestion(
  params: unknown,
): params is { items: { section?: string }[] } {
  return typeof params === 'object' && params !== null && 'items' in params;
}

function labelsOf(result: unknown): string[] {
  const items: unknown =
    typeof result === 'object' && result !== null && 'items' in result
      ? result.items
      : result;
  return Array.isArray(items) ? items.map(({ label }) => String(label)) : [];
}

/** The server behind the YAML extension of VS Code, spoken to as an editor does. */
export class YamlLanguageServer {
  readonly #process: ChildProcess;
  readonly #settings: object;
  readonly #answers = new Map<number, (result: unknown) => void>();
  readonly #marked = new Map<string, (marked: Marked[]) => void>();
  #received = Buffer.alloc(0);
  #sent = 0;

  private constructor(server: ChildProcess, settings: object) {
    this.#process = server;
    this.#settings = settings;
    server.stdout?.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#read();
    });
  }

  /** @param schema - path of a JSON Schema for files named `catalog-info.yaml` */
  static async start(schema: string): Promise<YamlLanguageServer> {
    const folder = dirname(
      require.resolve('yaml-language-server/package.json'),
    );
    // What the test runner sets for itself is not there for editors.
    const { NODE_OPTIONS: _, ...env } = process.env;
    const settings = {
      schemas: { [`file://${schema}`]: ['catalog-info.yaml'] },
      schemaStore: { enable: false },
      validate: true,
      completion: true,
      hover: true,
    };
    const server = new YamlLanguageServer(
      spawn(
        process.execPath,
        [join(folder, 'bin', 'yaml-language-server'), '--stdio'],
        { env, stdio: ['pipe', 'pipe', 'ignore'] },
      ),
      settings,
    );
    await server.#ask('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { workspace: { configuration: true } },
    });
    server.#tell('initialized', {});
    server.#tell('workspace/didChangeConfiguration', { settings: {} });
    return server;
  }

  /** Opens a catalog file; gives what the editor underlines. */
  async open(folder: string, text: string): Promise<Marked[]> {
    const uri = this.#uriOf(folder);
    const marked = new Promise<Marked[]>(resolve => {
      this.#marked.set(uri, resolve);
    });
    this.#tell('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    return marked;
  }

  /** The words that the editor offers at a place of an open file, both from 1. */
  async complete(
    folder: string,
    place: { line: number; column: number },
  ): Promise<string[]> {
    return labelsOf(
      await this.#ask('textDocument/completion', this.#at(folder, place)),
    );
  }

  /** What the editor shows of a place, as text. */
  async hover(
    folder: string,
    place: { line: number; column: number },
  ): Promise<string> {
    const shown = await this.#ask(
      'textDocument/hover',
      this.#at(folder, place),
    );
    return JSON.stringify(shown);
  }

  async stop(): Promise<void> {
    await this.#ask('shutdown', null);
    this.#tell('exit', null);
  }

  #uriOf(folder: string): string {
    return `file:///${folder}/catalog-info.yaml`;
  }

  #at(folder: string, place: { line: number; column: number }) {
    const { line, column } = place;
    return {
      textDocument: { uri: this.#uriOf(folder) },
      position: { line: line - 1, character: column - 1 },
    };
  }

  #ask(method: string, params: unknown): Promise<unknown> {
    this.#sent += 1;
    const id = this.#sent;
    const answer = new Promise(resolve => this.#answers.set(id, resolve));
    this.#send({ id, method, params });
    return answer;
  }

  #tell(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  #send(message: Message): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin?.write(
      `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    );
  }

  #read(): void {
    for (;;) {
      const head = HEADER.exec(this.#received.toString('latin1'));
      if (!head) return;
      const end = head[0].length + Number(head[1]);
      if (this.#received.length < end) return;
      const text = this.#received.toString('utf8', head[0].length, end);
      this.#received = this.#received.subarray(end);
      this.#take(JSON.parse(text));
    }
  }

  /** What the server asks of an editor; all but the settings of YAML may stay open. */
  #settingsFor(params: unknown): unknown {
    return isQuestion(params)
      ? params.items.map(({ section }) =>
          section === 'yaml' ? this.#settings : null,
        )
      : null;
  }

  #take(message: Message): void {
    const { id, method, params } = message;
    if (id !== undefined && method === undefined) {
      this.#answers.get(id)?.(message.result);
    } else if (id !== undefined) {
      this.#send({ id, result: this.#settingsFor(params) });
    } else if (
      method === 'textDocument/publishDiagnostics' &&
      isDiagnostics(params)
    ) {
      const marked = params.diagnostics.map(({ message: words, range }) => ({
        line: range.start.line + 1,
        message: words,
      }));
      this.#marked.get(params.uri)?.(marked);
    }
  }
}
