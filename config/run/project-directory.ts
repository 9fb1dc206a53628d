import path from 'node:path';

/** The root of the project, wherever a script was started from. */
export const projectDirectory = path.resolve(__dirname, '..', '..');
