// Style sheets are imported for the bundler alone; they give the page no value.
declare module '*.css';
