/** Adds to whatever a test of chance fails with how the same is played again. */
export function withReplay<Given extends unknown[]>(
  command: string | ((...given: Given) => string),
  body: (...given: Given) => Promise<void>,
): (...given: Given) => Promise<void> {
  return async (...given) => {
    try {
      await body(...given);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const said = typeof command === 'string' ? command : command(...given);
      const message = `${error.message}\n\nagain: ${said}`;
      // Jest prints the stack, which took its copy of the message when the error was made.
      error.stack = (error.stack ?? error.message).replace(error.message, () => message);
      error.message = message;
      throw error;
    }
  };
}
