declare module 'saxen' {
  /** Attributes by their names; false where they cannot be read. */
  type Attributes = () => Record<string, string> | false;

  export class Parser {
    on(event: 'openTag', callback: (name: string, attributes: Attributes) => void): this;
    on(event: 'closeTag', callback: (name: string) => void): this;
    on(event: 'text', callback: (raw: string) => void): this;
    on(event: 'error' | 'warn', callback: (error: Error) => void): this;
    parse(xml: string): void;
  }
}
