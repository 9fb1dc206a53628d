/** Makes the screen bright and keeps it on, so that a scanner reads it; answers how to undo it. */
export function brighten(): () => void;
