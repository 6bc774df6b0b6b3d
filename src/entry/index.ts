// Everything Google may call; the build writes a top-level function for each.
export * from './formulas';
export * from './formulas-forecast';
export * from './formulas-metrics';
export * from './formulas-tables';
export * from './formulas-terms';
export * from './menu';
export * from './sidebar-calls';
export * from './triggers';
