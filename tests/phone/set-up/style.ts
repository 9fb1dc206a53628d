/** Stylesheets mean nothing in jsdom and are no JavaScript: each is this empty module. */
export {};
