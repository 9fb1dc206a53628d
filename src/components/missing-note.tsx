import { ErrorNote } from './error-state';

const missing = { code: 'missing', message: '还有没填好的,请看红字。' };

/** Beside the button: what is marked at its field may be out of sight by then. */
export function MissingNote({ shown }: { shown: boolean }) {
  return <ErrorNote error={shown ? missing : null} />;
}
