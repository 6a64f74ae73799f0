/** What the terminal shows as tables: as reports in text do. */
export { fields, table } from '../reports/text-table.ts';
