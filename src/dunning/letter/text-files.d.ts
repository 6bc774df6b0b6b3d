// Text files are imported whole, as one text: the bundler and the tests read them from beside the code.
declare module '*.txt' {
  const text: string;
  export = text;
}
