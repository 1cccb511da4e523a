import {
  coreServices,
  createServiceFactory,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';

/** Keeps what a backend writes to its log. */
export class CapturedLog {
  readonly lines: { level: string; message: string }[] = [];

  get factory() {
    const logger = this.#logger();
    return createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => logger,
    });
  }

  /** Messages of a level, in order. */
  of(level: string): string[] {
    return this.lines
      .filter(line => line.level === level)
      .map(line => line.message);
  }

  #logger(): RootLoggerService {
    const write = (level: string) => (message: string) => {
      this.lines.push({ level, message });
    };
    return {
      error: write('error'),
      warn: write('warn'),
      info: write('info'),
      debug: write('debug'),
      child: () => this.#logger(),
    };
  }
}
