// What a page or the command line takes to read a bank's file and to match its lines, bundled as one script.
export { bankReport } from './bank-report';
export { matchReport } from './match-report';
