import { checkCaseFile } from './case-file.ts';
import type { Check } from './check.ts';
import { checkDuckdb } from './duckdb.ts';
import { checkFolder } from './folder.ts';
import { checkLocale } from './locale.ts';
import { checkNode } from './node.ts';

/** In the order `doctor` prints them. The case file's check also tries the Neo4j that it names. */
export const CHECKS: readonly Check[] = [checkNode, checkDuckdb, checkFolder, checkLocale, checkCaseFile];
