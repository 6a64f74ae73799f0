import { bankReturn } from './bank-return.ts';

/** 银行流水: the 34 columns in which banks answer the police, as CSV or workbook. Amounts are in yuan. */
export const bankFlow = bankReturn('bank-flow', 2, 'flow');
