export type FileInfo = {
  path: string;
  /** Who uploaded it from a phone; null for what functions and scripts wrote. */
  openid: string | null;
  contentType: string;
  bytes: number;
};
