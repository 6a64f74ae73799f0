import { escapeXml } from '../svg.ts';

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/**
 * XML for the text of a cell, where `_x202E_` stands for a character: a nickname written that way would become a
 * right-to-left override.
 */
export function escapedCell(text: string): string {
	return escapeXml(text.includes('_x') ? text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : text);
}
