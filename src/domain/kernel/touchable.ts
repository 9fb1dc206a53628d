/** A document that commands may rest on together without changing it: see `touch`. */
export type Touchable = {
  /** The last command that did. It says nothing else. */
  touchedBy?: string;
};
